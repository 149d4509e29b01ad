package ai.netra.loop.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.AuditScore.Finding;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires on its seeds, and not on what only looks alike. */
class RuleSeedsTest {

  private static final int LEAST = 2;

  static Stream<Arguments> firing() {
    return seeds("fires");
  }

  static Stream<Arguments> near() {
    return seeds("near");
  }

  @ParameterizedTest
  @MethodSource("firing")
  void aRuleFiresOnItsSeed(String rule, Path seed) throws IOException {
    assertThat(findings(rule, seed)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("near")
  void aRuleIsSilentOnANearMiss(String rule, Path seed) throws IOException {
    assertThat(findings(rule, seed)).isEmpty();
  }

  @Test
  void everyRuleHasTwoSeedsThatFireAndTwoNearMisses() {
    for (Rule rule : Rules.ALL) {
      assertThat(of(rule.name(), "fires"))
          .as(rule.name() + " fires")
          .hasSizeGreaterThanOrEqualTo(LEAST);
      assertThat(of(rule.name(), "near"))
          .as(rule.name() + " near")
          .hasSizeGreaterThanOrEqualTo(LEAST);
    }
  }

  @Test
  void theRulesAreRightAboutTheSeedsThatTheyCarry() {
    assertThat(SelfTest.wrong()).isEmpty();
  }

  @Test
  void aFindingNamesThePlaceInTheCandidate() throws IOException {
    Path seed =
        of("V17", "fires").stream()
            .filter(it -> it.endsWith("permit-all.seed"))
            .findFirst()
            .orElseThrow();

    assertThat(findings("V17", seed))
        .first()
        .isEqualTo(
            new Finding(
                "V17",
                "app/src/main/java/shop/Security.java:3",
                "anybody may: http.requestMatchers(\"/orders/**\").permitAll();",
                100,
                true));
  }

  private static List<Finding> findings(String rule, Path seed) throws IOException {
    Material material = SeedText.read(Files.readString(seed));
    return Rules.ALL.stream()
        .filter(it -> it.name().equals(rule))
        .flatMap(it -> it.look(material).stream())
        .toList();
  }

  private static Stream<Arguments> seeds(String kind) {
    return Rules.ALL.stream()
        .flatMap(rule -> of(rule.name(), kind).stream().map(it -> Arguments.of(rule.name(), it)));
  }

  private static List<Path> of(String rule, String kind) {
    try (Stream<Path> seeds = Files.list(folder().resolve(rule).resolve(kind))) {
      return seeds.sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(rule + " has no seeds of kind " + kind, e);
    }
  }

  private static Path folder() {
    try {
      Path near =
          Path.of(
              Objects.requireNonNull(RuleSeedsTest.class.getResource("seeds/V04/near")).toURI());
      return near.resolve("../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the seeds have no place", e);
    }
  }
}
