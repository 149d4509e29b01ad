package ai.netra.loop.faults;

import ai.netra.loop.faults.Bases.Base;
import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One fault, brought back in a repository of its own, and what the loop made of it. */
final class Replay {

  private final Project project;
  private final Checkout source;
  private final Bases bases;
  private final LoopProcess loop;
  private final Consumer<String> progress;

  Replay(
      Project project, Checkout source, Bases bases, LoopProcess loop, Consumer<String> progress) {
    this.project = project;
    this.source = source;
    this.bases = bases;
    this.loop = loop;
    this.progress = progress;
  }

  /**
   * Runs it to its end and scores it.
   *
   * @throws Catalogue.Refused where the tree is not proved without the fault
   */
  Score.Explained run(History history, ReplaySettings settings) {
    progress.accept("proving the tree without a fault, or taking its proof");
    Base base = bases.proved(Replica.lay(bases.work(), source, settings), loop);
    Replica replica = base.replica();
    String before = replica.tree();
    history.lay(replica);
    String faulty = replica.tree();
    progress.accept(
        history.benign().size() + " benign changes and the fault are committed; the loop begins");
    LoopProcess.Ended ended = loop.loop(replica, history.fault().spec().limits().time());
    JsonNode summary = Scorer.object(ended.last());
    Path journal = Path.of(summary.path("journal").asString("none"));
    if (!Files.isRegularFile(journal)) {
      throw new Catalogue.Refused(
          "the loop ended with %d and no journal; its log is %s"
              .formatted(ended.status(), LoopProcess.log(replica)));
    }
    Score.Explained score =
        new Scorer(
                new Scorer.Evidence(
                    history,
                    replica,
                    JournalLines.read(journal),
                    Scorer.object(base.summary()),
                    summary,
                    tests(replica, faulty),
                    sameSuites(replica, before, history),
                    accepted(replica, before, history),
                    loop.verifies(replica),
                    ended.took()))
            .score();
    keep(score, journal.resolveSibling("score.json"));
    return score;
  }

  private TestNames tests(Replica replica, String tree) {
    return sources(replica).of(tree);
  }

  private SuiteSources sources(Replica replica) {
    return new SuiteSources(new PatchedTrees(replica.git(), replica.folder()), project);
  }

  /** Whether nothing but benign changes lies between two trees in the files of the suites. */
  private boolean sameSuites(Replica replica, String before, History history) {
    Set<String> benign = new TreeSet<>();
    history.benign().forEach(patch -> benign.addAll(patch.files()));
    SuiteSources sources = sources(replica);
    List<String> diff =
        List.of("diff-tree", "-r", "-z", "--no-renames", "--name-only", before, replica.tree());
    String changed = replica.git().run(diff).output();
    return changed.isEmpty()
        || List.of(changed.split("\0")).stream()
            .noneMatch(path -> sources.hold(path) && !benign.contains(path));
  }

  private List<String> accepted(Replica replica, String before, History history) {
    PatchedTrees trees = new PatchedTrees(replica.git(), replica.folder());
    return history.fault().isOriginal()
        ? new WrongRepairs(project, trees, before, replica.folder()).accepted(history.fault())
        : List.of();
  }

  private static void keep(Score.Explained score, Path file) {
    try {
      Files.writeString(file, score.json() + "\n");
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be written", e);
    }
  }
}
