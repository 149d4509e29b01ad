package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Searching.Result;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Hunk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the change that added tests, or touched their files last, without running anything. */
final class TextSearch {

  private final String cluster;

  /** The files that hold the tests. */
  private final Set<String> files;

  TextSearch(String cluster, List<Failure> failures) {
    this.cluster = cluster;
    this.files =
        failures.stream()
            .map(it -> it.source().replaceFirst(":\\d+$", ""))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());
  }

  /**
   * The last of the steps that touched a file of the tests.
   *
   * @param steps since base, the oldest first
   */
  Result find(List<Change> steps) {
    Rate none = new Rate(0, 0);
    return steps.reversed().stream()
        .filter(it -> it.files().stream().anyMatch(files::contains))
        .findFirst()
        .map(
            it ->
                new Result(
                    new Culprit(
                        cluster,
                        Culprit.Found.COMMIT,
                        List.of(it.id()),
                        it.subject(),
                        1,
                        0,
                        none,
                        none,
                        "it touched the files of the tests last; nothing was run"),
                    List.of(it)))
        .orElseGet(
            () ->
                Searching.skipped(cluster, "no change since base touched the files of the tests"));
  }

  /** Those in the files of the tests. */
  List<Hunk> hunks(List<Hunk> all) {
    return all.stream().filter(it -> files.contains(it.file())).toList();
  }
}
