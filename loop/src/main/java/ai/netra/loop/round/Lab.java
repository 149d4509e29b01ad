package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.diagnosis.Diagnosis.Experiment;
import ai.netra.loop.diagnosis.Diagnosis.Laboratory;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.Observed.End;
import ai.netra.loop.record.Observed.Sight;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.suite.FullRun;
import ai.netra.loop.suite.SuiteFailure;
import ai.netra.loop.workspace.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes experiments on this machine, each on services that were started for it alone, with ports
 * and data of their own. Belongs to the round's thread.
 */
final class Lab implements Laboratory {

  private static final String PART = "aside/";

  private final Setting setting;
  private final int round;
  private final Ledger ledger;
  private final RoundListener listener;

  Lab(Setting setting, int round, Ledger ledger, RoundListener listener) {
    this.setting = setting;
    this.round = round;
    this.ledger = ledger;
    this.listener = listener;
  }

  @Override
  public Fact<Observed> observe(Experiment experiment) {
    return made(experiment).orElseGet(() -> make(experiment));
  }

  private Optional<Fact<Observed>> made(Experiment asked) {
    return ledger.facts().stream()
        .filter(it -> it.entry() instanceof Observed)
        .map(it -> new Fact<>(it.n(), (Observed) it.entry()))
        .filter(it -> isOf(it.entry(), asked))
        .findFirst();
  }

  private static boolean isOf(Observed it, Experiment asked) {
    return it.cluster().equals(asked.cluster())
        && it.purpose().equals(asked.purpose())
        && it.nth() == asked.nth()
        && it.services().equals(asked.services())
        && it.suites().equals(asked.suites())
        && it.tests().equals(asked.tests());
  }

  private Fact<Observed> make(Experiment asked) {
    Observed observed =
        switch (declared(asked)) {
          case ProjectReader.Reading.Accepted it -> deployed(asked, it.project());
          case ProjectReader.Reading.Refused it ->
              closed(
                  asked,
                  End.NOT_DEPLOYED,
                  null,
                  ProjectReader.FILE + ": " + it.findings().getFirst());
        };
    listener.note(told(observed));
    return new Fact<>(ledger.append(round, "", observed, List.of()), observed);
  }

  /** The services as their tree declares them, the suites as theirs does. */
  private ProjectReader.Reading declared(Experiment asked) {
    ProjectReader.Reading services = read(asked.services());
    if (asked.services().equals(asked.suites())
        || !(services instanceof ProjectReader.Reading.Accepted it)) {
      return services;
    }
    return read(asked.suites()) instanceof ProjectReader.Reading.Accepted suites
        ? new ProjectReader.Reading.Accepted(it.project().withSuitesOf(suites.project()))
        : services;
  }

  private ProjectReader.Reading read(String tree) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new ProjectReader(setting.environment(), cores).read(files(tree));
  }

  private Path files(String tree) {
    return new SourceTree(setting.workspace().checkout(), setting.workspace().state())
        .kept(new Tree(tree, "", false));
  }

  private Observed deployed(Experiment asked, Project project) {
    Tree tree = new Tree(asked.services(), "", false);
    String part = PART + (ledger.count(Observed.class) + 1);
    Setting own = setting.on(tree, files(asked.suites()), project, part);
    try (LocalStage stage = LocalStage.aside(own, round, ledger, listener)) {
      return switch (stage.deploy()) {
        case Deployer.Outcome.Attested it -> ran(asked, stage, it.deployment());
        case Deployer.Outcome.Closed it ->
            closed(
                asked, it.unbuilt() ? End.NOT_BUILT : End.NOT_DEPLOYED, it.service(), it.reason());
      };
    }
  }

  private Observed ran(Experiment asked, LocalStage stage, Deployment deployment) {
    Set<TestRef> wanted = new HashSet<>(asked.tests());
    List<Sight> sights = new ArrayList<>();
    try {
      for (StagedSuite staged : stage.suites()) {
        Inventory inventory = staged.suite().discover();
        deployment.onDeath(
            it -> staged.suite().cut("service " + it.name() + " ended in the experiment"));
        List<String> order =
            inventory.tests().stream()
                .map(Inventory.Test::id)
                .filter(it -> wanted.remove(new TestRef(inventory.suite(), it)))
                .toList();
        if (!order.isEmpty()) {
          sights.addAll(run(stage, staged, order));
        }
      }
    } catch (SuiteFailure e) {
      return closed(asked, End.SUITE_FAILED, null, Objects.requireNonNull(e.getMessage()));
    }
    wanted.forEach(it -> sights.add(new Sight(it, null, "the suite has no such test")));
    return new Observed(
        asked.cluster(),
        asked.purpose(),
        asked.nth(),
        asked.services(),
        asked.suites(),
        asked.tests(),
        End.RAN,
        sights,
        null,
        null);
  }

  private List<Sight> run(LocalStage stage, StagedSuite staged, List<String> order) {
    String suite = staged.terms().suite();
    int attempt = ledger.prover().nextAttempt(suite, Mode.EXPERIMENT);
    FullRun run = new FullRun(0, attempt, Mode.EXPERIMENT, order, Map.of(), Map.of(), false);
    List<Attempt> attempts = staged.suite().run(run, it -> ledger.append(round, "", it, List.of()));
    stage.settle(attempts.stream().map(Attempt::key).toList());
    return attempts.stream().map(Lab::sight).toList();
  }

  private static Sight sight(Attempt it) {
    TestKey key = it.key();
    String failure = it.message() == null ? it.errorType() : it.errorType() + ": " + it.message();
    return new Sight(
        new TestRef(key.suite(), key.test()),
        it.status(),
        it.status() == Attempt.Status.PASSED ? null : failure);
  }

  private static Observed closed(
      Experiment asked, End end, @Nullable String service, String reason) {
    return new Observed(
        asked.cluster(),
        asked.purpose(),
        asked.nth(),
        asked.services(),
        asked.suites(),
        asked.tests(),
        end,
        List.of(),
        service,
        reason);
  }

  private static String told(Observed it) {
    long red = it.sights().stream().filter(Sight::isRed).count();
    String what =
        it.end() == End.RAN
            ? "%d of %d tests red".formatted(red, it.sights().size())
            : "closed: " + it.reason();
    return "%s of %s: services of %.8s, %s"
        .formatted(it.purpose(), it.cluster(), it.services(), what);
  }
}
