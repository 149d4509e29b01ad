package ai.netra.backend.service;

import ai.netra.contract.document.ServedDocument;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plans;
import ai.netra.contract.service.ClientConfig;
import ai.netra.contract.service.Discovery;
import ai.netra.contract.service.ProtectedResource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What clients ask first: where things are, and what holds. */
@RestController
final class DescriptionController {

  private static final String WEB_CLIENT = "netra-web";
  private static final List<String> SCOPES = List.of("netra", "netra.read");

  private final ServiceFacts facts;
  private final Plans plans;
  private final Clock clock;
  private final Supplier<Map<String, Object>> document =
      SingletonSupplier.of(() -> ServedDocument.read("openapi-backend.yaml"));

  DescriptionController(ServiceFacts facts, Plans plans, Clock clock) {
    this.facts = facts;
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping("/api/discovery/services")
  Discovery discovery() {
    return new Discovery(services(), facts.build().revision(), clock.instant());
  }

  @GetMapping("/api/discovery/services/{name}")
  Map<String, String> service(@PathVariable String name) {
    Map<String, String> service = services().get(name);
    if (service == null) {
      throw new Refused(
          ErrorCode.NOT_FOUND,
          "service: one of %s, got %s".formatted(services().keySet(), name),
          Map.of("resource", "service"));
    }
    return service;
  }

  @GetMapping("/.well-known/oauth-protected-resource")
  ProtectedResource resource() {
    return new ProtectedResource(
        facts.url().toString(), List.of(facts.issuer().toString()), SCOPES, List.of("header"));
  }

  @GetMapping("/api/config")
  ClientConfig config() {
    Map<String, Plan> limits = new LinkedHashMap<>();
    plans.shown().forEach(plan -> limits.put(plan.name(), plan));
    return new ClientConfig(
        facts.environment().wireName(),
        facts.build().revision(),
        Map.of("llm", false),
        limits,
        new ClientConfig.Auth(facts.issuer().toString(), WEB_CLIENT),
        facts.socketUrl());
  }

  @GetMapping("/openapi.json")
  Map<String, Object> document() {
    return document.get();
  }

  private Map<String, Map<String, String>> services() {
    String url = facts.url().toString();
    String issuer = facts.issuer().toString();
    Map<String, Map<String, String>> services = new LinkedHashMap<>();
    services.put(
        "backend", Map.of("url", url, "api_url", url + "/api", "ws_url", facts.socketUrl()));
    services.put(
        "auth",
        Map.of(
            "url", issuer,
            "issuer", issuer,
            "openid_configuration", issuer + "/.well-known/openid-configuration"));
    services.put("frontend", Map.of("url", url));
    return services;
  }
}
