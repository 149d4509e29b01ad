package ai.netra.loop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of this repository fits its tree: whoever moves code takes the patches along. */
class OwnCatalogueTest {

  /** Eight commits before the fault, three changes in its commit, seven after it. */
  private static final int BENIGN = 18;

  @TempDir private Path folder;

  @Test
  void everyPatchAppliesAndEveryTruthIsThere() {
    Path root = root();
    Catalogue catalogue = Catalogue.of(root);
    StateDirectory state = StateDirectory.at(folder);

    assertThat(
            catalogue.problems(
                catalogue.faults(), project(root), Checkout.at(root, state), state.work()))
        .isEmpty();
    assertThat(catalogue.benign()).hasSizeGreaterThanOrEqualTo(BENIGN);
  }

  @Test
  void everyFaultInCodeHasARepairThatAnAuditMustRefuse() {
    assertThat(Catalogue.of(root()).faults())
        .filteredOn(fault -> fault.spec().kind().equals("code"))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.wrong()).as(fault.spec().id()).isNotEmpty());
  }

  /** Repairs of the product by other rules than these are what a replay asks the audit about. */
  @Test
  void theAuditRefusesARepairOfTestsOrSettingsByItsRule() {
    Path root = root();
    StateDirectory state = StateDirectory.at(folder);
    Checkout checkout = Checkout.at(root, state);
    PatchedTrees trees = new PatchedTrees(checkout.git(), state.work());
    WrongRepairs repairs =
        new WrongRepairs(project(root), trees, checkout.tree().id(), state.work());
    Fault fault = Catalogue.of(root).named(List.of("F12")).getFirst();

    assertThat(fault.wrong()).extracting(Patch::name).anyMatch(name -> name.startsWith("V07-"));
    assertThat(fault.wrong()).extracting(Patch::name).anyMatch(name -> name.startsWith("V11-"));
    assertThat(repairs.accepted(fault)).isEmpty();
  }

  private static Project project(Path root) {
    var reading = new ProjectReader(Map.of(), 2).read(root);
    return ((ProjectReader.Reading.Accepted) reading).project();
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(place -> Files.isDirectory(place.resolve(Catalogue.FOLDER)))
        .findFirst()
        .orElseThrow();
  }
}
