package ai.netra.loop.faults;

import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.project.FaultSpec;
import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.Globs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares faults with the tree: patches apply, and what a truth names is there. */
final class CatalogueCheck {

  private final Project project;
  private final PatchedTrees trees;
  private final String tree;
  private final SuiteSources sources;
  private final TestNames tests;

  /**
   * A check against the tree of a checkout as it is now.
   *
   * @param work a folder for what is thrown away
   */
  CatalogueCheck(Project project, Checkout checkout, Path work) {
    this.project = project;
    this.trees = new PatchedTrees(checkout.git(), work);
    this.tree = checkout.tree().id();
    this.sources = new SuiteSources(trees, project);
    this.tests = sources.of(tree);
  }

  /** Benign patches that do not apply, each on top of those before it. */
  List<String> problems(List<Patch> benign) {
    List<String> problems = new ArrayList<>();
    String with = tree;
    for (Patch patch : benign) {
      Optional<String> next = trees.with(with, patch);
      if (next.isEmpty()) {
        problems.add("benign/" + patch.name() + ": does not apply");
      }
      with = next.orElse(with);
    }
    return problems;
  }

  List<String> problems(Fault fault) {
    List<String> problems = new ArrayList<>(ofOne(fault));
    for (String variant : fault.spec().variants().keySet()) {
      problems.addAll(ofOne(fault.variant(variant)));
    }
    if (problems.isEmpty()) {
      problems.addAll(ofRepairs(fault));
    }
    return problems.stream().map(problem -> fault.spec().id() + ": " + problem).toList();
  }

  private List<String> ofOne(Fault fault) {
    FaultSpec spec = fault.spec();
    Optional<String> faulty = trees.with(tree, fault.inject());
    if (faulty.isEmpty()) {
      return List.of(spec.inject().patch() + " does not apply");
    }
    List<String> problems = new ArrayList<>();
    problems.addAll(places(fault, faulty.get()));
    problems.addAll(names(fault, faulty.get()));
    return problems;
  }

  /** Every pattern of the truth must fit a file of the patch, and every file a pattern. */
  private List<String> places(Fault fault, String faulty) {
    List<String> problems = new ArrayList<>();
    FaultSpec.Truth truth = fault.spec().truth();
    for (String pattern : truth.paths()) {
      if (fault.inject().files().stream().noneMatch(new Globs(List.of(pattern))::matches)) {
        problems.add("truth.change.path: no file of the patch fits " + pattern);
      }
    }
    for (String key : truth.keys()) {
      String last = key.substring(key.lastIndexOf('.') + 1);
      String before = trees.text(tree, "netra.yaml").orElse("");
      String after = trees.text(faulty, "netra.yaml").orElse("");
      if (before.equals(after) || !(before + after).contains(last)) {
        problems.add("truth.change.key: the patch does not change " + key);
      }
    }
    for (String service : truth.services()) {
      if (!project.services().containsKey(service)) {
        problems.add("truth.service: no service is called " + service);
      }
    }
    return problems;
  }

  private List<String> names(Fault fault, String faulty) {
    TestNames there = sources.of(faulty, tests, fault.inject().files());
    return fault.spec().truth().failing().stream()
        .filter(name -> there.named(name).isEmpty())
        .map(name -> "truth.failing: no test is called " + name)
        .toList();
  }

  private List<String> ofRepairs(Fault fault) {
    String faulty = trees.with(tree, fault.inject()).orElseThrow();
    List<Patch> repairs = new ArrayList<>(fault.wrong());
    fault.reference().ifPresent(repairs::add);
    return repairs.stream()
        .filter(repair -> trees.with(faulty, repair).isEmpty())
        .map(repair -> repair.name() + " does not apply to the tree with the fault")
        .toList();
  }
}
