package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.diagnosis.Diagnosis.Experiment;
import ai.netra.loop.diagnosis.Diagnosis.Laboratory;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.Observed.End;
import ai.netra.loop.record.Observed.Sight;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.suite.SuiteFailure;
import ai.netra.loop.workspace.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes experiments on this machine, on services of their own with ports and data of their own.
 * What runs in turn on two trees finds them still running. Belongs to the round's thread.
 */
final class Lab implements Laboratory, AutoCloseable {

  private static final String PART = "aside/";

  /** Experiments alternate between two trees. */
  private static final int MOST_SIDES = 2;

  private final Setting setting;
  private final int round;
  private final Ledger ledger;
  private final RoundListener listener;
  private final Map<Trees, Side> sides = new LinkedHashMap<>();
  private volatile Optional<Side> atWork = Optional.empty();
  private volatile boolean interrupted;

  private record Trees(String services, String suites) {}

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

  /** Ends the experiment under way, and lets no other begin. From any thread. */
  void interrupt() {
    interrupted = true;
    atWork.ifPresent(it -> it.cut("interrupted"));
  }

  private Fact<Observed> make(Experiment asked) {
    refuseInterrupted();
    Observed observed =
        switch (declared(asked)) {
          case Reading.Accepted it -> on(atWork(side(asked, it.project())), asked);
          case Reading.Refused it ->
              closed(
                  asked,
                  End.NOT_DEPLOYED,
                  null,
                  ProjectReader.FILE + ": " + it.findings().getFirst());
        };
    refuseInterrupted();
    listener.note(told(observed));
    return new Fact<>(ledger.append(round, "", observed, List.of()), observed);
  }

  /** What was cut says nothing, so it is not written down. */
  private void refuseInterrupted() {
    if (interrupted) {
      throw new SuiteFailure("the diagnosis was interrupted");
    }
  }

  /** The services as their tree declares them, the suites as theirs does. */
  private Reading declared(Experiment asked) {
    Reading services = read(asked.services());
    boolean same = asked.services().equals(asked.suites());
    return !same
            && services instanceof Reading.Accepted it
            && read(asked.suites()) instanceof Reading.Accepted suites
        ? new Reading.Accepted(it.project().withSuitesOf(suites.project()))
        : services;
  }

  private Reading read(String tree) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new ProjectReader(setting.environment(), cores).read(files(tree));
  }

  private Path files(String tree) {
    return new SourceTree(setting.workspace().checkout(), setting.workspace().state())
        .kept(new Tree(tree, "", false));
  }

  private Side side(Experiment asked, Project project) {
    Trees trees = new Trees(asked.services(), asked.suites());
    Side running = sides.remove(trees);
    if (running != null && running.serves()) {
      sides.put(trees, running);
      return running;
    }
    if (running != null) {
      running.close();
    }
    if (sides.size() == MOST_SIDES) {
      Objects.requireNonNull(sides.remove(sides.keySet().iterator().next())).close();
    }
    String part = PART + (ledger.count(Observed.class) + 1);
    Setting own =
        setting.on(new Tree(asked.services(), "", false), files(asked.suites()), project, part);
    Side fresh = new Side(LocalStage.aside(own, round, ledger, listener), round, ledger);
    sides.put(trees, fresh);
    return fresh;
  }

  private Side atWork(Side side) {
    atWork = Optional.of(side);
    return side;
  }

  private static Observed on(Side side, Experiment asked) {
    if (side.gate().isPresent()) {
      Closed gate = side.gate().get();
      End end = gate.unbuilt() ? End.NOT_BUILT : End.NOT_DEPLOYED;
      return closed(asked, end, gate.service(), gate.reason());
    }
    if (side.suiteFailure().isPresent()) {
      return closed(asked, End.SUITE_FAILED, null, side.suiteFailure().get());
    }
    try {
      return seen(asked, side.run(Set.copyOf(asked.tests())));
    } catch (SuiteFailure e) {
      return closed(asked, End.SUITE_FAILED, null, Objects.requireNonNull(e.getMessage()));
    }
  }

  private static Observed seen(Experiment asked, List<Attempt> attempts) {
    Set<TestRef> absent = new HashSet<>(asked.tests());
    List<Sight> sights = new ArrayList<>();
    for (Attempt it : attempts) {
      TestRef test = new TestRef(it.key().suite(), it.key().test());
      absent.remove(test);
      sights.add(new Sight(test, it.status(), failure(it)));
    }
    absent.forEach(it -> sights.add(new Sight(it, null, "the suite has no such test")));
    return observed(asked, sights, new Ended(End.RAN, null, null));
  }

  private static @Nullable String failure(Attempt it) {
    return it.status() == Status.PASSED
        ? null
        : it.message() == null ? it.errorType() : it.errorType() + ": " + it.message();
  }

  private static Observed closed(
      Experiment asked, End end, @Nullable String service, String reason) {
    return observed(asked, List.of(), new Ended(end, service, reason));
  }

  private record Ended(End end, @Nullable String service, @Nullable String reason) {}

  private static Observed observed(Experiment asked, List<Sight> sights, Ended ended) {
    return new Observed(
        asked.cluster(),
        asked.purpose(),
        asked.nth(),
        asked.services(),
        asked.suites(),
        asked.tests(),
        ended.end(),
        sights,
        ended.service(),
        ended.reason());
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

  @Override
  public void close() {
    sides.values().forEach(Side::close);
    sides.clear();
  }
}
