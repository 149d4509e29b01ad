package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Counts;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployErrors;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.RunFinished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployGatesTest {

  private static final DeployIntent INTENT = new DeployIntent("shop", "b1", "d");
  private static final DeployDone OPEN = new DeployDone(true, "", null, null);
  private static final DeployDone CLOSED = new DeployDone(false, "", "shop", "nothing runs");

  private final DeployGates gates = new DeployGates();

  @Test
  void anAttestedServiceOpensTheGate() {
    see(INTENT);
    see(attested("b1"));
    assertThat(see(OPEN)).isEmpty();
  }

  @Test
  void anOpenGateWithoutAnAttestationIsFound() {
    see(INTENT);
    assertThat(see(OPEN)).contains("the gate is open, but service shop was not attested");
  }

  @Test
  void anOpenGateWithTheReportOfAnotherBuildIsFound() {
    see(INTENT);
    see(attested("b0"));
    assertThat(see(OPEN)).isPresent();
  }

  @Test
  void aClosedGateThatWentBackEndsNoProgress() {
    see(CLOSED);
    see(new DeployBack("R0", "local", "tree", List.of()));
    see(INTENT);
    see(attested("b1"));
    see(OPEN);
    assertThat(see(end("no-progress", 10))).isEmpty();
  }

  @Test
  void aClosedGateThatDidNotGoBackCannotEndNoProgress() {
    see(CLOSED);
    see(new DeployBack("R0", "local", "tree", List.of()));
    see(CLOSED);
    assertThat(see(end("no-progress", 10))).isPresent();
  }

  @Test
  void testsThatWereRunOverTheBudgetOfErrorsAreFound() {
    see(errors("shop", "e1", "e2"));
    assertThat(see(new Order("e2e", 1, Order.Basis.SEED, 7, List.of()))).isEmpty();
    see(errors("store", "e3", "e4"));
    assertThat(see(new Order("e2e", 1, Order.Basis.SEED, 7, List.of()))).isPresent();
  }

  private static DeployErrors errors(String service, String... templates) {
    return new DeployErrors(service, 10, 15, false, List.of(templates), List.of(templates));
  }

  private static DeployAttested attested(String reported) {
    return new DeployAttested(
        "shop", null, "b1", reported, "self", "digest", "d", 5, Instant.EPOCH, 4000, "http://s", 1);
  }

  private static RunFinished end(String reason, int exit) {
    return new RunFinished("stopped", reason, exit, "", "", new Counts(0, 0, 0, 0, 0, 0, 0, 0));
  }

  private Optional<String> see(Entry entry) {
    return gates.see(entry);
  }
}
