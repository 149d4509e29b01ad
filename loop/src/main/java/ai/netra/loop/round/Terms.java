package ai.netra.loop.round;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.PerformanceTerms;
import ai.netra.loop.record.SuiteTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a suite must prove, as its project declares it. */
final class Terms {

  /** The kind whose executed checks an agent counts. */
  private static final String COUNTED_KIND = "junit";

  private Terms() {}

  /** The declared performance; empty where nothing is declared. */
  static Optional<PerformanceTerms> performance(Project project) {
    List<PerformanceTerms.Measure> measures =
        project.performance().stream().map(Terms::measure).toList();
    return measures.isEmpty() ? Optional.empty() : Optional.of(new PerformanceTerms(measures));
  }

  private static PerformanceTerms.Measure measure(Project.Measure it) {
    return new PerformanceTerms.Measure(
        it.name(),
        it.frames() ? PerformanceTerms.Source.FRAMES : PerformanceTerms.Source.GATEWAY,
        it.what(),
        it.percentile(),
        it.target().toNanos() / 1_000,
        it.critical());
  }

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
