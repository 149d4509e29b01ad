package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Trials.Varied;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.workspace.Globs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files of a tree services are made of, and which suites. */
final class Scope {

  private final Project project;
  private final Globs services;
  private final Globs suites;

  Scope(Project project) {
    this.project = project;
    this.services = new Globs(project.services().values().stream().flatMap(Scope::inputs).toList());
    List<String> paths = new ArrayList<>();
    for (SuiteSpec suite : project.suites().values()) {
      paths.addAll(suite.paths());
      paths.addAll(suite.support());
    }
    this.suites = new Globs(paths);
  }

  private static Stream<String> inputs(ServiceSpec service) {
    return service.build() == null ? Stream.of() : service.build().inputs().stream();
  }

  /** Whether a change of the file can change what is looked at. */
  boolean holds(Varied varied, String path) {
    return path.equals(ProjectReader.FILE)
        || switch (varied) {
          case SERVICES -> services.matches(path);
          case SUITES -> suites.matches(path);
        };
  }

  boolean isOfSuite(String path) {
    return suites.matches(path);
  }

  /** The service that the file is built into; empty where it is none's, or that of several. */
  Optional<String> service(String path) {
    List<Owner> owners =
        project.services().values().stream()
            .flatMap(it -> inputs(it).map(pattern -> new Owner(it.name(), pattern)))
            .filter(it -> new Globs(List.of(it.pattern())).matches(path))
            .toList();
    int longest = owners.stream().mapToInt(it -> it.pattern().length()).max().orElse(0);
    List<String> innermost =
        owners.stream()
            .filter(it -> it.pattern().length() == longest)
            .map(Owner::service)
            .distinct()
            .toList();
    return innermost.size() == 1 ? Optional.of(innermost.getFirst()) : Optional.empty();
  }

  private record Owner(String service, String pattern) {}
}
