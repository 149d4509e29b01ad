package ai.netra.loop.source;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Smells;
import ai.netra.loop.source.Seeds.Seed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires on its seeds, and nothing fires on what only looks alike. */
class SmellSeedsTest {

  private static final Seeds SEEDS = Seeds.of("smells/**");
  private static final List<String> RULES =
      List.of(
          "no-assertion",
          "own-values",
          "only-time",
          "only-not-null",
          "swallowed-failure",
          "early-exit",
          "wide-status",
          "mock-client",
          "bare-sleep",
          "retried-body",
          "inverted-test");

  static Stream<Arguments> firing() {
    return RULES.stream()
        .flatMap(
            rule ->
                SEEDS.tests("smells/" + rule + "/fires").stream()
                    .map(seed -> Arguments.of(rule, seed)));
  }

  static Stream<Seed> clean() {
    return RULES.stream().flatMap(rule -> SEEDS.tests("smells/" + rule + "/clean").stream());
  }

  @ParameterizedTest
  @MethodSource("firing")
  void aRuleFiresOnItsSeed(String rule, Seed seed) {
    assertThat(findings(seed)).extracting(Smells.Finding::rule).contains(rule);
  }

  @ParameterizedTest
  @MethodSource("clean")
  void nothingFiresOnANearMiss(Seed seed) {
    assertThat(findings(seed)).isEmpty();
  }

  @Test
  void everyRuleHasSeedsThatFireAndNearMisses() {
    Set<String> rules =
        SmellRules.ALL.stream().map(SmellRule::name).collect(Collectors.toCollection(TreeSet::new));
    rules.add("only-time");

    assertThat(rules).containsExactlyInAnyOrderElementsOf(RULES);
    assertThat(RULES).noneMatch(rule -> SEEDS.tests("smells/" + rule + "/fires").isEmpty());
    assertThat(RULES).noneMatch(rule -> SEEDS.tests("smells/" + rule + "/clean").isEmpty());
  }

  @Test
  void aFindingNamesPlaceAndReason() {
    Smells.Finding finding =
        findings(new Seed("seeds.BareSleepFires", "sleepsToLookSlow")).getFirst();

    assertThat(finding.file()).isEqualTo("smells/bare-sleep/fires/BareSleepFires.java");
    assertThat(finding.line()).isEqualTo(20);
    assertThat(finding.fatal()).isTrue();
    assertThat(finding.message()).isEqualTo("it sleeps outside a poll: Thread.sleep(1500)");
  }

  private static List<Smells.Finding> findings(Seed seed) {
    return SEEDS.sources().smells(seed.type(), seed.method());
  }
}
