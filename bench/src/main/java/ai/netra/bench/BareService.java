package ai.netra.bench;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer of a service's start: the same stack with one route and nothing else. */
@SpringBootApplication
@RestController
class BareService {

  public static void main(String[] arguments) {
    SpringApplication.run(BareService.class, arguments);
  }

  @GetMapping("/health/ready")
  Map<String, String> ready() {
    return Map.of("status", "healthy");
  }
}
