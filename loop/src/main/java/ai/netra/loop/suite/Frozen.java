package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.project.SuiteSpec.ExcludeSpec;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Inventory.Excluded;
import ai.netra.loop.record.Inventory.Test;
import ai.netra.loop.workspace.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the inventory of discovered tests: D, E by the exclusions of today, N, and its hash. */
record Frozen(SuiteSpec spec, Clock clock) {

  private static final Pattern PRIORITY = Pattern.compile("p[1-6]");
  private static final String AREA = "area:";

  /** A discovered test with its tags, and where it stands. */
  record Discovered(String id, String claim, List<String> tags, String source, String closure) {}

  /**
   * Freezes.
   *
   * @throws SuiteFailure when nothing is left to run, or an id comes twice
   */
  Inventory of(List<Discovered> found) {
    List<Excluded> excluded = new ArrayList<>();
    List<Test> tests = new ArrayList<>();
    for (Discovered test : found) {
      Optional<ExcludeSpec> exclusion = exclusion(test);
      if (exclusion.isPresent()) {
        ExcludeSpec e = exclusion.get();
        excluded.add(new Excluded(test.id(), e.reason(), e.until()));
      } else {
        tests.add(test(test));
      }
    }
    tests.sort(Comparator.comparing(Test::id));
    check(found, tests);
    return new Inventory(spec.name(), found.size(), excluded, tests, hash(tests));
  }

  private void check(List<Discovered> found, List<Test> tests) {
    if (tests.isEmpty()) {
      throw new SuiteFailure(
          "suites."
              + spec.name()
              + ": no test to run; discovered "
              + found.size()
              + ", all excluded");
    }
    long distinct = tests.stream().map(Test::id).distinct().count();
    if (distinct != tests.size()) {
      throw new SuiteFailure("suites." + spec.name() + ": discovery told a test id twice");
    }
  }

  private Optional<ExcludeSpec> exclusion(Discovered test) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return spec.exclude().stream()
        .filter(e -> !today.isAfter(LocalDate.parse(e.until())))
        .filter(e -> new TestPattern(e.tests()).matches(test.id(), test.tags()))
        .findFirst();
  }

  private static Test test(Discovered test) {
    String priority =
        test.tags().stream()
            .filter(t -> PRIORITY.matcher(t).matches())
            .min(Comparator.naturalOrder())
            .orElse(null);
    String area =
        test.tags().stream()
            .filter(t -> t.startsWith(AREA))
            .map(t -> t.substring(AREA.length()))
            .findFirst()
            .orElse(null);
    return new Test(test.id(), test.claim(), priority, area, test.source(), test.closure());
  }

  private static String hash(List<Test> tests) {
    String listing =
        tests.stream().map(t -> t.id() + "\t" + t.closure()).collect(Collectors.joining("\n"));
    return Hashes.sha256(listing.getBytes(StandardCharsets.UTF_8));
  }
}
