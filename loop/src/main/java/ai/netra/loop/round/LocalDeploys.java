package ai.netra.loop.round;

import ai.netra.loop.deploy.Addresses;
import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployers;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.workspace.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The deploys of a run on this machine: the tree's, and where it fails what was proved last. */
final class LocalDeploys {

  /** No service has such a name, so its data never meet those of the first deploy. */
  private static final String BACK = ".back";

  private final Setting setting;
  private final Ledger ledger;
  private final Addresses addresses;
  private final Path data;
  private final int round;

  /**
   * @param data takes the data of the services
   */
  LocalDeploys(Setting setting, Ledger ledger, Addresses addresses, Path data, int round) {
    this.setting = setting;
    this.ledger = ledger;
    this.addresses = addresses;
    this.data = data;
    this.round = round;
  }

  Deployer.Outcome deploy() {
    return deploy(
        new Deployers.Plan(
            setting.project(),
            setting.target(),
            setting.tree(),
            setting.deploy(),
            round,
            setting.source(),
            created(setting.outputs().resolve("logs")),
            data,
            setting.redaction(),
            setting.environment(),
            List.of()));
  }

  /** Deploys the cached artifacts of the last proof with the configuration of its own tree. */
  Deployer.Outcome goBack(DeployBack good) {
    Tree tree = new Tree(good.tree(), "", false);
    Path source =
        new SourceTree(setting.workspace().checkout(), setting.workspace().state()).kept(tree);
    return switch (new ProjectReader(setting.environment(), 1).read(source)) {
      case ProjectReader.Reading.Accepted it -> deploy(plan(good, tree, it.project(), source));
      case ProjectReader.Reading.Refused it ->
          new Deployer.Outcome.Closed(
              ProjectReader.FILE, "that of tree " + tree.id() + ": " + it.findings().getFirst());
    };
  }

  private Deployers.Plan plan(DeployBack good, Tree tree, Project project, Path source) {
    return new Deployers.Plan(
        project,
        project.target(good.target()),
        tree,
        setting.deploy() + "-back",
        round,
        source,
        created(setting.outputs().resolve("logs" + BACK)),
        created(data.resolve(BACK)),
        setting.redaction(),
        setting.environment(),
        good.services());
  }

  private Deployer.Outcome deploy(Deployers.Plan plan) {
    return Deployers.local(plan, setting.workspace(), ledger, addresses).deploy();
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be made", e);
    }
  }
}
