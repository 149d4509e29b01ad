package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import java.util.List;

/** What finding and freezing the tests comes to. */
sealed interface Selection {

  /** All suites have their inventory. */
  record Frozen(List<SelectedSuite> suites) implements Selection {}

  /** An inventory that cannot be worked with. */
  record Objected(String objection) implements Selection {}

  /** The services logged errors meanwhile that close the deploy gate. */
  record Unsettled(Closed errors) implements Selection {}
}
