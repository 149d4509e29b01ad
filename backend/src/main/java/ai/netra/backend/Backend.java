package ai.netra.backend;

import ai.netra.backend.service.Settings;
import ai.netra.backend.service.StartUp;
import ai.netra.contract.config.Configuration;
import ai.netra.contract.config.Reading;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.reactive.context.AnnotationConfigReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The backend as a process. Exit codes: 0 after a stop, 1 when the start fails, 78 when settings
 * are refused.
 */
public final class Backend {

  private static final int SETTINGS_REFUSED = 78;

  private Backend() {}

  public static void main(String[] arguments) {
    Map<String, String> variables = System.getenv();
    switch (Configuration.read("backend", variables)) {
      case Reading.Refused refused -> {
        System.err.print(refused.text("netra-backend"));
        System.exit(SETTINGS_REFUSED);
      }
      case Reading.Accepted(Configuration configuration) ->
          start(new Settings(configuration, variables));
    }
  }

  private static void start(Settings settings) {
    Logger log = LoggerFactory.getLogger(Backend.class);
    settings.configuration().differing().stream()
        .filter(limit -> limit.startsWith("NETRA_BACKEND_LIMITS_"))
        .forEach(limit -> log.atInfo().addKeyValue("limit", limit).log("limit set"));
    try {
      ConfigurableApplicationContext context = application(settings).run();
      Stop.onSignal(context);
      context.getBean(StartUp.class).run(port(context));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("start failed: " + e.getMessage());
      System.err.println("netra-backend: start failed: " + e.getMessage());
      Stop.failed();
    }
  }

  private static SpringApplication application(Settings settings) {
    SpringApplication application = new SpringApplication(Rooms.class);
    application.setApplicationContextFactory(
        _ -> new AnnotationConfigReactiveWebServerApplicationContext());
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings));
    return application;
  }

  private static int port(ConfigurableApplicationContext context) {
    WebServer server = ((WebServerApplicationContext) context).getWebServer();
    return Objects.requireNonNull(server, "the server runs once the context is refreshed")
        .getPort();
  }
}
