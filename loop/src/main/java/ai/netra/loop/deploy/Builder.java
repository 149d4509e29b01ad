package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.record.Build;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.TreeFile;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Builds a service in a folder that holds its inputs and nothing else, and keeps that folder under
 * the build id: what was built once is not built again while its digest still holds.
 */
final class Builder implements Artifacts {

  private final Deployers.Plan plan;
  private final Checkout checkout;
  private final StateDirectory state;
  private final BuildProcess process;
  private final DeployJournal records;

  Builder(Deployers.Plan plan, Workspace workspace, DeployJournal records) {
    this.plan = plan;
    this.checkout = workspace.checkout();
    this.state = workspace.state();
    this.process = new BuildProcess(plan, workspace.processes(), records);
    this.records = records;
  }

  /**
   * The artifact of a service, built now or before.
   *
   * @throws DeployFailure when the build fails or makes no artifact
   */
  @Override
  public Artifact of(ServiceSpec service) {
    BuildSpec build = service.build();
    if (build == null) {
      throw new DeployFailure(service.name(), "it has no build, which adapter 'process' needs");
    }
    List<TreeFile> inputs = inputs(service, build);
    String id = BuildId.of(build, inputs, Tools.versions());
    BuildPlace place = BuildPlace.of(service, build, id, state);
    // a loop and an `up` may want the same build at once: one makes it, the other finds it
    try (FileChannel channel = lockFile(place.root());
        FileLock lock = channel.lock()) {
      Objects.requireNonNull(lock, "a lock that is waited for");
      return make(place, inputs);
    } catch (IOException e) {
      throw new DeployFailure(
          service.name(), "its build cannot be kept in " + place.root() + ": " + e, e);
    }
  }

  private List<TreeFile> inputs(ServiceSpec service, BuildSpec build) {
    for (String pattern : build.inputs()) {
      if (checkout.files(plan.tree(), new Globs(List.of(pattern))).isEmpty()) {
        throw new DeployFailure(
            service.name(),
            "services.%s.build.inputs: '%s' names no file of the tree"
                .formatted(service.name(), pattern));
      }
    }
    return checkout.files(plan.tree(), new Globs(build.inputs()));
  }

  private Artifact make(BuildPlace place, List<TreeFile> inputs) throws IOException {
    long started = System.nanoTime();
    boolean reused = place.isWhole();
    if (!reused) {
      Folders.delete(place.root());
      checkout.export(inputs, place.tree());
      process.run(place);
      place.seal();
    }
    records.append(
        new Build(
            place.service().name(),
            place.id(),
            place.digest(),
            reused,
            place.spec().inputs(),
            place.spec().command(),
            Duration.ofNanos(System.nanoTime() - started).toMillis()),
        List.of());
    return place.artifact();
  }

  private static FileChannel lockFile(Path root) throws IOException {
    return FileChannel.open(
        root.resolveSibling(root.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
