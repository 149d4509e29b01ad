package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Refused;
import ai.netra.backend.testing.TestUsers;
import ai.netra.contract.plan.Plans;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AG58, H138: the checks of a call, in their order. */
class ToolGateTest {

  private static final ToolSpec SUMMARY = ToolRegistry.named(SummaryTool.NAME).orElseThrow();
  private static final ToolSpec PORTFOLIO = ToolRegistry.named(PortfolioTool.NAME).orElseThrow();

  private final Plans plans = Plans.read();

  @TempDir Path folder;
  private OpenAgents agents;

  @BeforeEach
  void open() {
    agents = OpenAgents.in(folder);
  }

  @AfterEach
  void close() throws Exception {
    agents.close();
  }

  @Test
  void anUnknownDataSetComesBeforeTheRightAndTheRightBeforeThePlan() {
    ToolGate gate = gate("free");

    assertThat(code(gate, may(), "nobodys")).isEqualTo("NOT_FOUND");
    assertThat(code(gate, may(), "default")).isEqualTo("PERMISSION_DENIED");
    assertThat(code(gate, may("tools:optimize"), "default")).isEqualTo("PLAN_LIMIT");
  }

  @Test
  void aRefusalNamesTheRightAndThePlanThatWouldDo() {
    Refused right = refused(gate("pro"), may(), "default");
    Refused plan = refused(gate("pro"), may("tools:optimize"), "default");

    assertThat(right.details()).containsEntry("needs", "tools:optimize");
    assertThat(plan.details())
        .containsEntry("limit", "tools:optimize")
        .containsEntry("plan", "enterprise");
  }

  @Test
  void h138EachVerdictIsGivenWhenItIsDue() {
    assertThat(gate("developer").permission(may(), PORTFOLIO).verdict())
        .isEqualTo("permission_denied");
    assertThat(gate("pro").permission(may("tools:optimize"), PORTFOLIO).verdict())
        .isEqualTo("plan_limit");
    assertThat(gate("developer").permission(may("tools:optimize"), PORTFOLIO).verdict())
        .isEqualTo("allowed");
  }

  @Test
  void whoMayNotTakesNothingOfTheRateAndWhoIsOverItWaits() {
    ToolGate gate = gate("free");
    Caller caller = may();
    for (int i = 0; i < ToolRates.PER_MINUTE; i++) {
      assertThat(refused(gate, caller, "default").code().name()).isEqualTo("PERMISSION_DENIED");
      assertThatCode(() -> gate.admit(caller, SUMMARY, "default")).doesNotThrowAnyException();
    }

    Refused over =
        catchThrowableOfType(Refused.class, () -> gate.admit(caller, SUMMARY, "default"));

    assertThat(over.code().name()).isEqualTo("RATE_LIMITED");
    assertThat(over.details()).containsKey("retry_after_ms");
    assertThat(gate.permission(caller, SUMMARY).verdict()).isEqualTo("rate_limited");
    assertThat(gate.permission(caller, PORTFOLIO).remaining()).isEqualTo(ToolRates.PER_MINUTE);
  }

  private ToolGate gate(String plan) {
    return new ToolGate(agents.usage().usage(), new ToolRates(), plans.named(plan), plans.shown());
  }

  /** Somebody who may read, and these. */
  private Caller may(String... rights) {
    Caller caller = TestUsers.caller(agents.alice(), "alice");
    Set<String> all = new HashSet<>(Set.of(rights));
    all.add("read");
    return new Caller(
        agents.alice(),
        "alice",
        all,
        Set.of(),
        caller.sessionId(),
        caller.grantId(),
        caller.tokenId(),
        caller.issuedAt(),
        caller.expiresAt(),
        caller.clientAddress(),
        caller.traceId());
  }

  private static String code(ToolGate gate, Caller caller, String dataset) {
    return refused(gate, caller, dataset).code().name();
  }

  private static Refused refused(ToolGate gate, Caller caller, String dataset) {
    return catchThrowableOfType(Refused.class, () -> gate.admit(caller, PORTFOLIO, dataset));
  }
}
