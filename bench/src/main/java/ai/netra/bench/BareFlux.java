package ai.netra.bench;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer of the backend's start: its libraries with one route and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@Import(BareFlux.Ready.class)
class BareFlux {

  public static void main(String[] arguments) {
    SpringApplication.run(BareFlux.class, arguments);
  }

  @RestController
  static class Ready {

    @GetMapping("/health/ready")
    Map<String, String> ready() {
      return Map.of("status", "healthy");
    }
  }
}
