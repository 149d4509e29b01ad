package ai.netra.auth;

import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.SettingsReader;
import ai.netra.auth.service.StartUp;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The auth service as a process. Exit codes: 0 after a stop, 1 when the start fails, 78 when
 * settings are refused.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class AuthApplication {

  private static final int SETTINGS_REFUSED = 78;

  public static void main(String[] arguments) {
    switch (SettingsReader.read(System.getenv())) {
      case SettingsReader.Outcome.Refused(String text) -> {
        System.err.print(text);
        System.exit(SETTINGS_REFUSED);
      }
      case SettingsReader.Outcome.Accepted(AuthSettings settings) -> start(settings);
    }
  }

  private static void start(AuthSettings settings) {
    try {
      tellRaisedLimits(settings);
      ConfigurableApplicationContext context = application(settings).run();
      Stop.onSignal(context);
      context.getBean(StartUp.class).run(port(context));
    } catch (RuntimeException e) {
      Logger log = LoggerFactory.getLogger(AuthApplication.class);
      log.atError().setCause(e).log("start failed");
      System.err.println("netra-auth: start failed: " + reason(e));
      Stop.failed();
    }
  }

  /** A taken port, or else what lies at the bottom. */
  private static String reason(Throwable thrown) {
    Throwable at = thrown;
    while (!(at instanceof PortInUseException) && at.getCause() != null) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage());
  }

  /** Limits that differ from the defaults are no secret: one line names them all. */
  private static void tellRaisedLimits(AuthSettings settings) {
    if (!settings.differing().isEmpty()) {
      LoggerFactory.getLogger(AuthApplication.class)
          .atInfo()
          .addKeyValue("settings", settings.differing())
          .log("limits differ from the defaults");
    }
  }

  private static SpringApplication application(AuthSettings settings) {
    SpringApplication application = new SpringApplication(AuthApplication.class);
    application.setApplicationContextFactory(
        type -> new AnnotationConfigServletWebServerApplicationContext());
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean(AuthSettings.class, () -> settings));
    return application;
  }

  private static int port(ConfigurableApplicationContext context) {
    WebServer server = ((WebServerApplicationContext) context).getWebServer();
    return Objects.requireNonNull(server, "the server runs once the context is refreshed")
        .getPort();
  }
}
