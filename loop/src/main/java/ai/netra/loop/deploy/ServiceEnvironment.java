package ai.netra.loop.deploy;

import ai.netra.loop.project.References;
import ai.netra.loop.workspace.Environment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the references of a service mean, and the environment that its process gets. */
final class ServiceEnvironment {

  private final Deployers.Plan plan;
  private final List<Launch> launches;
  private final Map<String, String> secrets;
  private final Special special;

  /**
   * What one process has for itself.
   *
   * @param references over those that every process of the service knows
   * @param env variables over the declared ones; empty ones are taken away
   */
  record Special(Map<String, String> references, Map<String, Optional<String>> env) {

    static final Special NONE = new Special(Map.of(), Map.of());
  }

  ServiceEnvironment(Deployers.Plan plan, List<Launch> launches, Map<String, String> secrets) {
    this(plan, launches, secrets, Special.NONE);
  }

  ServiceEnvironment(
      Deployers.Plan plan, List<Launch> launches, Map<String, String> secrets, Special special) {
    this.plan = plan;
    this.launches = launches;
    this.secrets = secrets;
    this.special = special;
  }

  Map<String, String> references(Launch launch, Path data) {
    Map<String, String> values = new HashMap<>();
    values.put("artifact", launch.artifact().path().toString());
    values.put("build", launch.artifact().build());
    values.put("data", data.toString());
    values.put("deploy", plan.deploy());
    values.put("project", plan.source().toString());
    values.put("java", Tools.java().toString());
    launch.ports().forEach((name, port) -> values.put("port:" + name, port.toString()));
    launches.forEach(
        other -> values.put("url:" + other.service().name(), other.publicUrl().toString()));
    secrets.forEach((name, value) -> values.put("secret:" + name, value));
    plan.environment().forEach((name, value) -> values.put("env:" + name, value));
    values.putAll(special.references());
    return values;
  }

  /** The target's variables stand over the service's own: they say what is special here. */
  Map<String, String> variables(Launch launch, Map<String, String> references) {
    Map<String, String> declared = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>(launch.service().env());
    written.putAll(plan.target().env());
    written.forEach((name, text) -> declared.put(name, References.resolve(text, references)));
    launch
        .service()
        .secrets()
        .keySet()
        .forEach(name -> declared.put(name, String.valueOf(secrets.get(name))));
    declared.put(Deployers.VARIABLE, plan.deploy());
    special.env().keySet().forEach(declared::remove);
    special
        .env()
        .forEach(
            (name, text) ->
                text.ifPresent(it -> declared.put(name, References.resolve(it, references))));
    return Environment.of(plan.environment(), declared);
  }
}
