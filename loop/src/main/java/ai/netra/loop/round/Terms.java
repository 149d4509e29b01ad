package ai.netra.loop.round;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.SuiteTerms;
import java.util.List;
import java.util.stream.Stream;

/** What a suite must prove, as its project declares it. */
final class Terms {

  /** The kind whose executed checks an agent counts. */
  private static final String COUNTED_KIND = "junit";

  private Terms() {}

  static SuiteTerms of(Project project, SuiteSpec suite) {
    List<String> writers =
        project.services().values().stream()
            .filter(it -> it.logs().receipts())
            .map(ServiceSpec::name)
            .toList();
    return new SuiteTerms(
        suite.name(),
        suite.kind(),
        suite.proof(),
        suite.kind().equals(COUNTED_KIND),
        List.copyOf(suite.uses().keySet()),
        writers,
        probes(project),
        project.priorities().values().stream()
            .map(
                it ->
                    new SuiteTerms.Value(
                        it.name(), it.tests(), it.value(), it.currency(), it.source()))
            .toList());
  }

  /** What reads writes back, of all services. */
  static List<SuiteTerms.Probe> probes(Project project) {
    return project.services().values().stream().flatMap(Terms::probes).toList();
  }

  private static Stream<SuiteTerms.Probe> probes(ServiceSpec service) {
    return service.state().stream()
        .map(it -> new SuiteTerms.Probe(service.name(), it.after(), it.read(), it.expect()));
  }
}
