package ai.netra.loop.cli;

import ai.netra.loop.journal.Redaction;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.round.Setting;
import ai.netra.loop.round.SourceTree;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Makes the setting of a run from what a command sees. */
final class Settings {

  private static final int NONCE_BYTES = 32;

  private final Session session;
  private final Project project;
  private final Workspace workspace;
  private final SecureRandom random = new SecureRandom();

  Settings(Session session, Project project, Workspace workspace) {
    this.session = session;
    this.project = project;
    this.workspace = workspace;
  }

  /** For the first target and the tree of the checkout as it is now. */
  Setting of(String run, Path folder) {
    TargetSpec first = project.targets().values().iterator().next();
    return of(run, folder, first, workspace.checkout().tree());
  }

  Setting of(String run, Path folder, TargetSpec target, Tree tree) {
    return new Setting(
        project,
        target,
        workspace,
        tree,
        new SourceTree(workspace.checkout(), workspace.state()).of(tree),
        folder,
        run,
        nonce(),
        Redaction.of(List.of()),
        ProbeJar.path(),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        session.environment(),
        session.clock(),
        System::nanoTime,
        random::nextLong);
  }

  private String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
