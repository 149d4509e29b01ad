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

  /**
   * Which run a setting is for.
   *
   * @param start which start of the loop this is in the run, from 1
   */
  record Identity(String run, Path folder, String nonce, int start) {}

  /** The identity of a run that begins. */
  Identity begun(String run, Path folder) {
    return new Identity(run, folder, nonce(), 1);
  }

  /** For the first target and the tree of the checkout as it is now. */
  Setting of(String run, Path folder) {
    TargetSpec first = project.targets().values().iterator().next();
    return of(begun(run, folder), first, workspace.checkout().tree());
  }

  Setting of(Identity identity, TargetSpec target, Tree tree) {
    return new Setting(
        project,
        target,
        workspace,
        tree,
        new SourceTree(workspace.checkout(), workspace.state()).of(tree),
        identity.folder(),
        identity.run(),
        identity.start(),
        identity.nonce(),
        Redaction.of(List.of()),
        ProbeJar.path(),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        session.environment(),
        session.clock(),
        System::nanoTime,
        random::nextLong,
        "");
  }

  private String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
