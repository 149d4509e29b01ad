package ai.netra.backend.service;

import ai.netra.contract.health.Health;
import ai.netra.contract.health.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The health routes and the version. */
@RestController
final class HealthController {

  private static final String LATER_SECONDS = "2";

  private final ServiceFacts facts;
  private final HealthReport report;

  HealthController(ServiceFacts facts, HealthReport report) {
    this.facts = facts;
    this.report = report;
  }

  @GetMapping("/health")
  ResponseEntity<Health> health() {
    return answer(report.known());
  }

  @GetMapping("/health/live")
  ResponseEntity<Health> live() {
    return answer(report.live());
  }

  @GetMapping({"/health/ready", "/api/health"})
  ResponseEntity<Health> ready() {
    return answer(report.ready());
  }

  @GetMapping("/health/startup")
  ResponseEntity<Health> startup() {
    return answer(report.startup());
  }

  @GetMapping("/version")
  Version version() {
    Build build = facts.build();
    return new Version(
        Build.SERVICE,
        build.version(),
        build.revision(),
        build.builtAt(),
        facts.environment().wireName());
  }

  private static ResponseEntity<Health> answer(Health health) {
    if (HealthReport.serves(health)) {
      return ResponseEntity.ok(health);
    }
    return ResponseEntity.status(503).header("Retry-After", LATER_SECONDS).body(health);
  }
}
