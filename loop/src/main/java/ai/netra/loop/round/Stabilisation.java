package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.proof.Prover.TestResult;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Stability;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.round.RoundState.Proving;
import ai.netra.loop.round.RoundState.Running;
import ai.netra.loop.round.RoundState.Stabilising;
import ai.netra.loop.suite.SuiteFailure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tries a candidate on the target: its cluster's tests pass again and again, and in a full run
 * nothing that was proved before is lost. That full run counts for the round that follows.
 */
final class Stabilisation {

  /** How often in a row the tests of the cluster must pass. */
  static final int REPEATED = 10;

  private final Sites sites;
  private final Ledger ledger;

  /** What the run stood on before the candidate. */
  private final Set<TestRef> proved;

  Stabilisation(Sites sites, Ledger ledger) {
    this.sites = sites;
    this.ledger = ledger;
    this.proved = provedNow(ledger);
  }

  /** What trying comes to. */
  sealed interface Tried {

    /** It is not to be committed; the run stands on what it stood on before. */
    record Refused(Stability stability) implements Tried {}

    /** It can be committed; its full run was shown. */
    record Stable(StableCandidate candidate, Proving shown) implements Tried {}
  }

  private static Set<TestRef> provedNow(Ledger ledger) {
    return ledger.prover().results().stream()
        .filter(it -> it.outcome() == Outcome.PROVED)
        .map(Stabilisation::ref)
        .collect(Collectors.toSet());
  }

  private static TestRef ref(TestResult it) {
    return new TestRef(it.proof().suite(), it.proof().test());
  }

  /**
   * Begins a round on the candidate; its services run on where it is stable.
   *
   * @param good what was proved last on this target
   */
  Tried of(Stabilising state, Optional<DeployBack> good) {
    Candidate candidate = state.candidate();
    Cluster cluster = state.diagnosed().cluster();
    Site site = sites.begin(state);
    try {
      return switch (site.deploy()) {
        case Deployer.Outcome.Closed it ->
            refused(candidate, "the deploy of " + it.service() + " is closed: " + it.reason());
        case Deployer.Outcome.Attested it ->
            deployed(new OnTarget(site, candidate, cluster, it.deployment()), good);
      };
    } catch (SuiteFailure e) {
      return refused(candidate, Objects.requireNonNull(e.getMessage()));
    }
  }

  private record OnTarget(Site site, Candidate candidate, Cluster cluster, Deployment deployment) {}

  private Tried deployed(OnTarget on, Optional<DeployBack> good) {
    return switch (on.site().select(good)) {
      case Selection.Objected it -> refused(on.candidate(), it.objection());
      case Selection.Unsettled it -> refused(on.candidate(), it.errors().reason());
      case Selection.Frozen it -> selected(on, it.suites());
    };
  }

  private Tried selected(OnTarget on, List<SelectedSuite> suites) {
    Site site = on.site();
    Candidate candidate = on.candidate();
    Cluster cluster = on.cluster();
    Rate repeated = site.passes().repeated(suites, cluster.tests(), REPEATED);
    if (repeated.red() > 0) {
      return refused(candidate, repeated, List.of(), "the tests of the cluster are red again");
    }
    Running running = new Running(on.deployment(), suites, sites.nextRun());
    Proving shown = running.ran(site.passes().verdict(running));
    Optional<String> cut = site.prove(shown);
    site.judge().verdict(shown);
    if (cut.isPresent()) {
      return refused(candidate, repeated, List.of(), cut.get());
    }
    Set<TestRef> now = provedNow(ledger);
    List<TestRef> regressions = proved.stream().filter(it -> !now.contains(it)).toList();
    if (!regressions.isEmpty()) {
      return refused(candidate, repeated, regressions, "tests that were proved are not any more");
    }
    if (!now.containsAll(cluster.tests())) {
      return refused(candidate, repeated, List.of(), "the tests of the cluster are not proved");
    }
    Stability stability =
        new Stability(
            candidate.cluster(),
            candidate.tree(),
            repeated,
            List.of(),
            true,
            "%d of %d tests are proved"
                .formatted(now.size(), ledger.prover().counts().inventory()));
    ledger.append(sites.number(), "", stability, List.of());
    return new Tried.Stable(new StableCandidate(candidate, stability), shown);
  }

  private Tried refused(Candidate candidate, String reason) {
    return refused(candidate, new Rate(0, 0), List.of(), reason);
  }

  private Tried refused(
      Candidate candidate, Rate repeated, List<TestRef> regressions, String reason) {
    sites.leave();
    Stability stability =
        new Stability(candidate.cluster(), candidate.tree(), repeated, regressions, false, reason);
    ledger.append(sites.number(), "", stability, List.of());
    return new Tried.Refused(stability);
  }
}
