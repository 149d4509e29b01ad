package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.SecretSpec;
import ai.netra.loop.workspace.Checkout;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the secrets of a deployment once: a name has one value, whoever asks for it. */
final class Secrets {

  private static final String GENERATED = "generated:";

  private final Deployers.Plan plan;
  private final Checkout checkout;
  private final SecretSources sources;

  Secrets(Deployers.Plan plan, Checkout checkout, SecureRandom random) {
    this.plan = plan;
    this.checkout = checkout;
    this.sources = new SecretSources(checkout.root(), plan.environment(), random);
  }

  /**
   * The values by name.
   *
   * @throws DeployFailure when one is missing or breaks a rule; the message names key, rule and
   *     source, never the value
   */
  Map<String, String> resolve() {
    Map<String, String> values = new LinkedHashMap<>();
    for (ServiceSpec service : plan.project().services().values()) {
      service
          .secrets()
          .forEach((name, spec) -> values.computeIfAbsent(name, key -> read(service, key, spec)));
    }
    return values;
  }

  /**
   * The values for a group of further processes: what is generated is generated again for them,
   * unless a service outside the group or a suite must know it too.
   */
  Map<String, String> again(Map<String, String> values, List<ServiceSpec> group) {
    Map<String, String> fresh = new LinkedHashMap<>();
    for (ServiceSpec service : group) {
      service
          .secrets()
          .forEach(
              (name, spec) -> {
                if (spec.from().startsWith(GENERATED) && !isShared(name, group)) {
                  fresh.computeIfAbsent(name, key -> read(service, key, spec));
                }
              });
    }
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(fresh);
    return all;
  }

  private boolean isShared(String name, List<ServiceSpec> group) {
    boolean byService =
        plan.project().services().values().stream()
            .anyMatch(it -> !group.contains(it) && it.secrets().containsKey(name));
    return byService
        || plan.project().suites().values().stream()
            .flatMap(it -> it.env().values().stream())
            .anyMatch(text -> text.contains("${secret:" + name + "}"));
  }

  private String read(ServiceSpec service, String name, SecretSpec spec) {
    Optional<String> value = sources.read(spec.from());
    Optional<String> problem =
        value.isEmpty() ? Optional.of("is missing") : problem(value.get(), spec);
    if (problem.isPresent()) {
      throw new DeployFailure(
          service.name(),
          "secret services.%s.secrets.%s %s, from %s"
              .formatted(service.name(), name, problem.get(), spec.from()));
    }
    return value.orElseThrow();
  }

  private Optional<String> problem(String value, SecretSpec spec) {
    if (spec.from().startsWith(GENERATED)) {
      return Optional.empty();
    }
    Optional<String> broken = SecretRules.problem(value, spec.bytes());
    return broken.isEmpty() && checkout.contains(plan.tree(), value)
        ? Optional.of("stands as text in the repository")
        : broken;
  }
}
