package ai.netra.loop.round;

import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.nio.file.Path;

/** Stages on this machine: the first tree's, and those of trees that were made after it. */
final class LocalStages implements Stages {

  private final Setting setting;
  private final Ledger ledger;
  private final RoundListener listener;

  /** What a killed run left in the state directory is removed: the lock is ours. */
  LocalStages(Setting setting, Ledger ledger, RoundListener listener) {
    this.setting = setting;
    this.ledger = ledger;
    this.listener = listener;
    LocalStage.removeLeftovers(setting.workspace().state().work());
  }

  @Override
  public Stage of(int round, String tree) {
    Setting own = tree.equals(setting.tree().id()) ? setting : setting(round, tree);
    return LocalStage.target(own, round, ledger, listener);
  }

  private Setting setting(int round, String tree) {
    Tree other = new Tree(tree, setting.tree().branch(), false);
    Path files =
        new SourceTree(setting.workspace().checkout(), setting.workspace().state()).kept(other);
    int cores = Runtime.getRuntime().availableProcessors();
    return switch (new ProjectReader(setting.environment(), cores).read(files)) {
      case ProjectReader.Reading.Accepted it ->
          setting.on(other, files, it.project(), "round-" + round);
      case ProjectReader.Reading.Refused it ->
          throw new WorkspaceFailure(
              ProjectReader.FILE + " of tree " + tree + ": " + it.findings().getFirst());
    };
  }
}
