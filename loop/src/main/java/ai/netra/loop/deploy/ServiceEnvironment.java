package ai.netra.loop.deploy;

import ai.netra.loop.project.References;
import ai.netra.loop.workspace.Environment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the references of a service mean, and the environment that its process gets. */
final class ServiceEnvironment {

  private final Deployers.Plan plan;
  private final List<Launch> launches;
  private final Map<String, String> secrets;

  ServiceEnvironment(Deployers.Plan plan, List<Launch> launches, Map<String, String> secrets) {
    this.plan = plan;
    this.launches = launches;
    this.secrets = secrets;
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
    declared.put("NETRA_DEPLOY", plan.deploy());
    return Environment.of(plan.environment(), declared);
  }
}
