package ai.netra.loop.project;

import static ai.netra.loop.project.ProjectReaderTest.SMALL;
import static ai.netra.loop.project.ProjectReaderTest.accepted;
import static ai.netra.loop.project.ProjectReaderTest.refused;
import static ai.netra.loop.project.ProjectReaderTest.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys of mending: repository, policy, fixers, budget. */
class MendingKeysTest {

  @Test
  void whatASmallDocumentLeavesOpenOfMendingAsksAPersonAndUsesNoFixer() {
    Project.MendingSpec mending = accepted(SMALL).mending();

    assertThat(mending.fixers()).isEmpty();
    assertThat(mending.parallel()).isEqualTo(1);
    assertThat(mending.repository()).isEqualTo(new Project.RepositorySpec(null, null));
    assertThat(mending.policy())
        .isEqualTo(
            new Project.PolicySpec(
                true,
                Project.CommitMode.ASK,
                false,
                false,
                List.of("contract/**"),
                Duration.ofHours(12),
                List.of(),
                null));
    assertThat(mending.budget())
        .isEqualTo(new Project.BudgetSpec(Duration.ofHours(8), 30, BigDecimal.ZERO, 3, 6));
  }

  @Test
  void fixersPolicyAndBudgetAreReadAsWritten() throws IOException {
    Project.MendingSpec mending = accepted(resource("platform")).mending();

    assertThat(mending.fixers())
        .extracting(Project.FixerSpec::name)
        .containsExactly("revert", "restore-config", "recipe", "first", "human");
    assertThat(mending.fixers().get(3))
        .isEqualTo(
            new Project.FixerSpec(
                Project.FixerKind.AGENT,
                "first",
                "${env:NETRA_AGENT}",
                null,
                3,
                Duration.ofMinutes(20),
                new BigDecimal("2"),
                Duration.ofDays(14),
                10));
    assertThat(mending.policy().commit()).isEqualTo(Project.CommitMode.AUTO);
    assertThat(mending.repository().branch()).isEqualTo("main");
    assertThat(mending.budget().usd()).isEqualTo("20");
  }

  @Test
  void aSandboxIsOffUntilItsDayAndNotAfter() {
    String off = "policy: { sandbox: { off: 2030-01-31, reason: no namespaces here } }\n";
    Project.PolicySpec policy = accepted(SMALL + off).mending().policy();

    assertThat(policy.withoutSandbox(LocalDate.of(2030, 1, 31))).isTrue();
    assertThat(policy.withoutSandbox(LocalDate.of(2030, 2, 1))).isFalse();
    assertThat(accepted(SMALL).mending().policy().withoutSandbox(LocalDate.EPOCH)).isFalse();
  }

  static Stream<Arguments> mistakesOfMending() {
    return Stream.of(
        mistake(
            "fixers: [{ kind: agent }]",
            "netra.yaml:15:18: fixers[0]: an agent requires either 'command' or 'acp'"),
        mistake(
            "fixers: { use: [{ kind: human, command: x }], parallel: 2 }",
            "netra.yaml:15:41: fixers[0].command: only kind 'agent' has this key, got kind 'human'"),
        mistake(
            "fixers: [{ kind: human, per_day: 1 }]",
            "netra.yaml:15:34: fixers[0].per_day: only kind 'revert' has this key, got kind 'human'"),
        mistake(
            "fixers: [{ kind: revert }, { kind: revert }]",
            "netra.yaml:15:28: fixers[1]: a second fixer is called 'revert'; give it a 'name'"),
        mistake(
            "policy: { approval: { for: [comit, 'docs/**', Dockerfile] } }",
            "netra.yaml:15:29: policy.approval.for: nothing is called 'comit'; did you mean"
                + " 'commit'?"),
        mistake(
            "budget: { money: 20 EUR }",
            "netra.yaml:15:18: budget.money: an amount in USD is required, got '20 EUR'"),
        mistake(
            "policy: { sandbox: { off: 2030-02-30, reason: x } }",
            "netra.yaml:15:27: policy.sandbox.off: no calendar has the day '2030-02-30'"));
  }

  @ParameterizedTest
  @MethodSource("mistakesOfMending")
  void aMistakeInTheKeysOfMendingIsNamedWithItsPlace(String line, String message) {
    assertThat(refused(SMALL + line + "\n")).containsExactly(message);
  }

  private static Arguments mistake(String line, String message) {
    return Arguments.of(line, message);
  }
}
