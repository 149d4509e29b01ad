package ai.netra.loop.instances;

import ai.netra.loop.deploy.Deployment.Host;
import ai.netra.loop.gateway.Gateway;
import ai.netra.loop.gateway.Gateway.Own;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.record.TestKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The listeners of the instances of one order, before them and between them. */
final class Doors implements Host {

  private final TestKey owner;
  private final Project project;
  private final Gateway gateway;
  private final UnaryOperator<String> names;
  private final Map<String, String> instances = new HashMap<>();
  private final List<Own> opened = new ArrayList<>();

  /**
   * @param names makes a new name for an instance of a service
   */
  Doors(TestKey owner, Project project, Gateway gateway, UnaryOperator<String> names) {
    this.owner = owner;
    this.project = project;
    this.gateway = gateway;
    this.names = names;
  }

  @Override
  public String name(ServiceSpec service) {
    return instances.computeIfAbsent(service.name(), names);
  }

  @Override
  public int privatePort(ServiceSpec service, String port) {
    return 0;
  }

  @Override
  public URI publicUrl(ServiceSpec service, int privatePort) {
    Own own = new Own(owner, service.name(), name(service), null);
    URI url = URI.create(open(own));
    gateway.upstream(own, privatePort);
    return url;
  }

  private String open(Own own) {
    String url = gateway.own(own);
    opened.add(own);
    return url;
  }

  /** {@code between:SERVICE} is where the instance finds a service whose calls are recorded. */
  @Override
  public Map<String, String> references(ServiceSpec service) {
    Map<String, String> references = new LinkedHashMap<>();
    for (String called : project.instances().calledBy(service.name())) {
      Own own = new Own(owner, called, instance(called), name(service));
      references.put("between:" + called, open(own));
    }
    return references;
  }

  private @Nullable String instance(String service) {
    return instances.get(service);
  }

  /** The listener at which an instance finds a service. */
  Optional<Own> between(String caller, String service) {
    return opened.stream()
        .filter(it -> caller.equals(it.caller()) && it.service().equals(service))
        .findFirst();
  }

  void close() {
    opened.forEach(gateway::close);
  }
}
