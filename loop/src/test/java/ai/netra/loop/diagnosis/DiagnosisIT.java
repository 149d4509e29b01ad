package ai.netra.loop.diagnosis;

import static ai.netra.loop.diagnosis.World.behaviour;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.diagnosis.Diagnosis.Diagnosed;
import ai.netra.loop.diagnosis.Diagnosis.Experiment;
import ai.netra.loop.record.Blame.Word;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Support;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Culprit.Found;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.Observed.End;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole diagnoses on a real repository, with a laboratory that reads the trees. */
class DiagnosisIT {

  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void lay() {
    world = new World(folder);
  }

  private World bad(String subject) {
    return world.write(World.SERVICE, behaviour("bad")).commit(subject);
  }

  @Test
  void theCommitAndTheOneHunkAreFoundAmongOthers() {
    world.benign(5);
    world.write(World.SERVICE, behaviour("bad").replace("// head", "// a new head"));
    world.write("service/Other.java", "// other").commit("Answer in another way");
    world.benign(4).failed("reads");
    Diagnosed it = world.diagnosed();
    assertThat(it.blame().word()).isEqualTo(Word.NEW);
    assertThat(it.culprit().found()).isEqualTo(Found.COMMIT);
    assertThat(it.culprit().subject()).isEqualTo("Answer in another way");
    assertThat(it.culprit().culprit().red()).isEqualTo(2);
    assertThat(it.culprit().parent().red()).isZero();
    assertThat(it.minimal().orElseThrow().hunks())
        .extracting(Hunk::file)
        .containsExactly(World.SERVICE);
    assertThat(it.minimal().orElseThrow().hunks().getFirst().patch()).contains("-answer good");
    assertThat(world.text(it.minimal().get().tree(), World.SERVICE)).contains("a new head", "good");
  }

  @Test
  void theCauseSaysWhatTheEvidenceReachesAndKeepsWhatItRefutes() {
    bad("Answer in another way").failed("reads");
    Cause cause = world.diagnosed().cause();
    assertThat(cause.service()).isEqualTo("items");
    assertThat(cause.statement())
        .contains(World.SERVICE, "Answer in another way", "mechanism unknown");
    assertThat(cause.nodes()).extracting(Cause.Node::level).startsWith(Level.values());
    assertThat(cause.nodes().get(2).text()).isEqualTo(Cause.UNKNOWN);
    assertThat(cause.grounded()).isFalse();
    assertThat(cause.edges())
        .filteredOn(it -> it.support() == Support.SUPPORTED)
        .anySatisfy(
            it -> assertThat(it.observed()).isEqualTo("red 3 of 3 with it, red 0 of 5 without it"));
    assertThat(cause.edges())
        .filteredOn(it -> it.support() == Support.REFUTED)
        .extracting(Cause.Edge::claim)
        .contains("chance: the failure comes and goes", "the tests themselves are wrong");
  }

  @Test
  void aDiagnosisThatIsBegunAgainAsksTheSame() {
    world.benign(3);
    bad("Answer in another way").benign(3).failed("reads");
    Cluster cluster = Diagnosis.clusters(world.records.facts()).getFirst();
    world.diagnosed(cluster, Optional.of(world.base()));
    List<Experiment> first = List.copyOf(world.made);
    world.made.clear();
    world.diagnosed(cluster, Optional.of(world.base()));
    assertThat(world.made).isEqualTo(first).doesNotHaveDuplicates();
  }

  @Test
  void aMergeIsTheCulpritAsAWhole() {
    world.benign(1);
    world.fixture().git("checkout", "-q", "-b", "side");
    bad("Work aside");
    world.fixture().git("checkout", "-q", "main");
    world.benign(1);
    world.fixture().git("merge", "-q", "--no-ff", "-m", "Merge the side", "side");
    world.failed("reads");
    Diagnosed it = world.diagnosed();
    assertThat(it.culprit().subject()).isEqualTo("Merge the side");
    assertThat(it.minimal().orElseThrow().hunks()).hasSize(1);
  }

  @Test
  void whatIsNotCommittedIsAChangeLikeAnother() {
    world.benign(2);
    String committed = world.head();
    bad("Only for the tree").failed("reads");
    String dirty = world.head();
    world.fixture().git("reset", "-q", "--hard", "HEAD~1");
    assertThat(world.head()).isEqualTo(committed);
    Diagnosed it =
        new Diagnosis(world, world.changes(), world.records::append)
            .of(
                Diagnosis.clusters(world.records.facts()).getFirst(),
                new Diagnosis.Subject(
                    dirty,
                    Optional.of(world.base()),
                    true,
                    world.project(),
                    world.records.facts(),
                    List.of()));
    assertThat(it.culprit().commits()).containsExactly(Change.UNCOMMITTED);
    assertThat(it.minimal()).isPresent();
  }

  @Test
  void withoutABaseNobodyIsBlamed() {
    bad("Answer in another way").failed("reads");
    Cluster cluster = Diagnosis.clusters(world.records.facts()).getFirst();
    Diagnosed it = world.diagnosed(cluster, Optional.empty());
    assertThat(it.blame().word()).isEqualTo(Word.UNKNOWN);
    assertThat(it.culprit().found()).isEqualTo(Found.UNKNOWN);
    assertThat(it.culprit().reason()).contains("no base");
    assertThat(it.cause().statement()).isEqualTo(Cause.UNKNOWN);
    assertThat(it.minimal()).isEmpty();
  }

  @Test
  void withoutAChangeTheFailureIsLatent() {
    world.failed("reads").ruledBy(it -> World.ran(it, true));
    Diagnosed it = world.diagnosed();
    assertThat(it.blame().word()).isEqualTo(Word.ALREADY_RED);
    assertThat(it.culprit().found()).isEqualTo(Found.LATENT);
  }

  @Test
  void commitsThatDoNotBuildAreARange() {
    for (int i = 0; i < 3; i++) {
      world.write("service/Broken.java", "does not build " + i).commit("Break " + i);
    }
    world.write("service/Broken.java", "builds");
    bad("Build again").failed("reads");
    world.ruledBy(
        it ->
            world.text(it.services(), "service/Broken.java").contains("does not build")
                ? World.ended(it, End.NOT_BUILT)
                : World.ran(it, world.text(it.services(), World.SERVICE).contains("bad")));
    Diagnosed it = world.diagnosed();
    assertThat(it.culprit().found()).isEqualTo(Found.RANGE);
    assertThat(it.culprit().commits()).hasSize(4);
    assertThat(it.minimal().orElseThrow().hunks())
        .extracting(Hunk::file)
        .containsExactly(World.SERVICE);
  }

  @Test
  void aFaultThatShowsOneTimeInThreeIsFlakyAndFoundAllTheSame() {
    world.benign(2);
    bad("Answer in another way now and then").benign(2).failed("reads");
    world.ruledBy(
        it ->
            World.ran(
                it,
                world.text(it.services(), World.SERVICE).contains("bad")
                    && world.made.size() % 7 % 3 == 0));
    Diagnosed it = world.diagnosed();
    assertThat(it.blame().word()).isEqualTo(Word.FLAKY);
    assertThat(it.culprit().subject()).isEqualTo("Answer in another way now and then");
    assertThat(it.minimal()).isPresent();
  }

  @Test
  void aChangedTestThatIsRedOnBaseTooIsTheTestsOwnFault() {
    world.benign(1);
    world.write(World.SUITE, "wants something else\n").commit("Want something else");
    world.benign(1).failed("reads");
    Diagnosed it = world.diagnosed();
    assertThat(it.blame().word()).isEqualTo(Word.ALREADY_RED);
    assertThat(it.culprit().subject()).isEqualTo("Want something else");
    assertThat(it.cause().service()).isNull();
    assertThat(it.minimal().orElseThrow().hunks())
        .extracting(Hunk::file)
        .containsExactly(World.SUITE);
  }

  @Test
  void twoFaultsAreTwoClustersWithACulpritEach() {
    bad("First fault");
    world.write("service/Second.java", "second bad\n").commit("Second fault");
    world.records.inventory("a", "b");
    world.records.answer("a", "GET", "/a", 500).failed("a", "expected: 200\n but was: 500");
    world.records.answer("b", "GET", "/b", 404).failed("b", "expected: 200\n but was: 404");
    world.records.verdict();
    world.ruledBy(
        it ->
            World.ran(
                it,
                it.tests().getFirst().test().equals("a")
                    ? world.text(it.services(), World.SERVICE).contains("bad")
                    : world.text(it.services(), "service/Second.java").contains("bad")));
    List<Cluster> clusters = Diagnosis.clusters(world.records.facts());
    assertThat(clusters)
        .extracting(it -> world.diagnosed(it, Optional.of(world.base())).culprit().subject())
        .containsExactly("First fault", "Second fault");
  }

  @Test
  void aClosedGateLeadsToTheKeyThatIsGone() {
    world.benign(1);
    world
        .fixture()
        .replace("netra.yaml", "secrets: { ITEMS_KEY: \"generated:32\" }", "secrets: {}");
    world.commit("Tidy the settings").benign(1);
    world.records.add(new DeployDone(false, "not ready within 60 s", "items", "nothing runs"));
    world.ruledBy(
        it ->
            world.text(it.services(), "netra.yaml").contains("ITEMS_KEY: ")
                ? World.ran(it, false)
                : World.ended(it, End.NOT_DEPLOYED));
    Cluster cluster = Diagnosis.clusters(world.records.facts()).getFirst();
    Diagnosed it = world.diagnosed(cluster, Optional.of(world.base()));
    assertThat(it.minimal().orElseThrow().keys())
        .containsExactly("services.items.secrets.ITEMS_KEY");
    assertThat(it.cause().service()).isEqualTo("items");
    assertThat(it.cause().nodes().get(2).kind()).isEqualTo("missing-value");
    assertThat(it.cause().grounded()).isTrue();
  }

  @Test
  void aTestThatProvesNothingLeadsToTheCommitThatWroteItWithoutARun() {
    world.benign(1);
    world.write("tests/fake.java", "nothing\n").commit("Add a test").benign(1);
    world.records.inventory("fake").unproven("fake", "no call was seen").verdict();
    Diagnosed it = world.diagnosed();
    assertThat(world.made).isEmpty();
    assertThat(it.culprit().subject()).isEqualTo("Add a test");
    assertThat(it.cause().service()).isNull();
    assertThat(it.cause().nodes().get(2).kind()).isEqualTo("vacuous-test");
    assertThat(it.cause().grounded()).isTrue();
  }

  @Test
  void aSuiteThatDoesNotLoadLeadsToItsFile() {
    world.write(World.SUITE, "does not compile\n").commit("Rename a helper").benign(2);
    world.ruledBy(
        it ->
            world.text(it.suites(), World.SUITE).contains("does not compile")
                ? World.ended(it, End.SUITE_FAILED)
                : World.ran(it, false));
    Cluster cluster = Diagnosis.brokenSuite(world.records.facts(), "items", "cannot find symbol");
    world.records.append(cluster);
    Diagnosed it = world.diagnosed(cluster, Optional.of(world.base()));
    assertThat(it.culprit().subject()).isEqualTo("Rename a helper");
    assertThat(it.cause().service()).isNull();
    assertThat(it.cause().nodes().get(2).kind()).isEqualTo("broken-suite");
    assertThat(world.made)
        .allMatch(at -> at.tests().isEmpty() && at.services().equals(world.head()));
  }
}
