package ai.netra.loop.deploy;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts services in the order of their needs; the file's own order decides between equals. */
final class StartOrder {

  private StartOrder() {}

  static List<ServiceSpec> of(Project project) {
    Set<ServiceSpec> order = new LinkedHashSet<>();
    project.services().values().forEach(service -> visit(service, project, order));
    return List.copyOf(order);
  }

  private static void visit(ServiceSpec service, Project project, Set<ServiceSpec> order) {
    if (!order.contains(service)) {
      service.needs().forEach(need -> visit(project.service(need), project, order));
      order.add(service);
    }
  }
}
