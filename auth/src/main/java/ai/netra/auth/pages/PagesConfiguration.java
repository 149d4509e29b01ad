package ai.netra.auth.pages;

import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the pages. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

  private static final String STYLE = "/ai/netra/auth/pages.css";

  @Bean
  Pages pages(Ids ids, AuthSettings settings) {
    return new Pages(ids, "https".equals(settings.issuer().getScheme()));
  }

  @Bean
  Endpoints pageAssets() {
    Map<String, String> headers =
        Map.of("Content-Type", "text/css;charset=utf-8", "Cache-Control", "max-age=300");
    Answer style = new Answer(200, read(), headers);
    return Endpoints.of(new Endpoint("GET /assets/pages.css", call -> style));
  }

  private static String read() {
    try (InputStream in = PagesConfiguration.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException(STYLE + ": missing from the artifact");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE, e);
    }
  }
}
