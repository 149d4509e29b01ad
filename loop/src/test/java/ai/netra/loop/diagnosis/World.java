package ai.netra.loop.diagnosis;

import ai.netra.loop.Fixture;
import ai.netra.loop.diagnosis.Diagnosis.Diagnosed;
import ai.netra.loop.diagnosis.Diagnosis.Experiment;
import ai.netra.loop.diagnosis.Diagnosis.Laboratory;
import ai.netra.loop.diagnosis.Diagnosis.Subject;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.Observed.End;
import ai.netra.loop.record.Observed.Sight;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.StateDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A real repository, and a laboratory that sees a test red where the files of its tree say so: the
 * service's for its behaviour, the suite's for what the test is.
 */
final class World implements Laboratory {

  static final String SERVICE = "service/Behaviour.java";
  static final String SUITE = "tests/items/Wants.java";

  private final Fixture fixture;
  private final Changes changes;
  private final String base;
  final Records records = new Records();
  final List<Experiment> made = new ArrayList<>();

  /** What an experiment comes to. */
  private Function<Experiment, Observed> rule;

  World(Path folder) {
    fixture = Fixture.in(folder.resolve("project"));
    write(SERVICE, behaviour("good"));
    write(SUITE, "wants good\n");
    commit("Write the behaviour");
    changes = Checkout.at(fixture.folder(), StateDirectory.at(folder.resolve("state"))).changes();
    base = head();
    rule = this::byText;
  }

  /** Lines around it, so that hunks stand apart. */
  static String behaviour(String what) {
    return "// head\n" + "//\n".repeat(20) + "answer " + what + "\n" + "//\n".repeat(20) + "end\n";
  }

  Fixture fixture() {
    return fixture;
  }

  Changes changes() {
    return changes;
  }

  String head() {
    return changes.head().orElseThrow().tree();
  }

  String base() {
    return base;
  }

  World write(String file, String text) {
    fixture.write(file, text);
    return this;
  }

  World commit(String subject) {
    fixture.commit(subject);
    return this;
  }

  /** Commits that change nothing a test can see. */
  World benign(int count) {
    for (int i = 0; i < count; i++) {
      write("service/Note" + made.size() + "x" + i + ".java", "// " + head()).commit("Note " + i);
    }
    return this;
  }

  World ruledBy(Function<Experiment, Observed> other) {
    rule = other;
    return this;
  }

  String text(String tree, String file) {
    return changes.text(tree, file).orElse("");
  }

  @Override
  public Fact<Observed> observe(Experiment experiment) {
    made.add(experiment);
    Observed observed = rule.apply(experiment);
    return new Fact<>(records.append(observed), observed);
  }

  private Observed byText(Experiment it) {
    boolean red =
        text(it.services(), SERVICE).contains("answer bad")
            || !text(it.suites(), SUITE).contains("wants good");
    return ran(it, red);
  }

  static Observed ran(Experiment it, boolean red) {
    List<Sight> sights =
        it.tests().stream()
            .map(test -> new Sight(test, red ? Status.FAILED : Status.PASSED, red ? "no" : null))
            .toList();
    return observed(it, End.RAN, sights, null);
  }

  static Observed ended(Experiment it, End end) {
    return observed(it, end, List.of(), "items");
  }

  private static Observed observed(
      Experiment it, End end, List<Sight> sights, @Nullable String who) {
    return new Observed(
        it.cluster(),
        it.purpose(),
        it.nth(),
        it.services(),
        it.suites(),
        it.tests(),
        end,
        sights,
        who,
        who == null ? null : "closed");
  }

  Project project() {
    Reading reading = new ProjectReader(Map.of(), 2).read(fixture.folder());
    if (reading instanceof Reading.Accepted it) {
      return it.project();
    }
    throw new IllegalStateException("the fixture is refused: " + reading);
  }

  /** Diagnoses the only cluster of what the records tell. */
  Diagnosed diagnosed() {
    return diagnosed(Diagnosis.clusters(records.facts()).getFirst(), Optional.of(base));
  }

  Diagnosed diagnosedSince(String proved) {
    return diagnosed(Diagnosis.clusters(records.facts()).getFirst(), Optional.of(proved));
  }

  Diagnosed diagnosed(Cluster cluster, Optional<String> proved) {
    Subject subject = new Subject(head(), proved, false, project(), records.facts(), List.of());
    return new Diagnosis(this, changes, records::append).of(cluster, subject);
  }

  /** That a test failed at a wrong answer. */
  World failed(String test) {
    records.inventory(test).answer(test, "GET", "/items/7", 500);
    records.failed(test, "expected: 200\n but was: 500", "items." + test + ".reads(A.java:1)");
    records.verdict();
    return this;
  }

  static TestRef test(String name) {
    return Records.test(name);
  }
}
