package ai.netra.loop.deploy;

import ai.netra.loop.project.References;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.record.Build;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.Environment;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.TreeFile;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Builds a service in a folder that holds its inputs and nothing else, and keeps that folder under
 * the build id: what was built once is not built again while its digest still holds.
 */
final class Builder {

  private final Deployers.Plan plan;
  private final Workspace workspace;
  private final DeployJournal records;

  Builder(Deployers.Plan plan, Workspace workspace, DeployJournal records) {
    this.plan = plan;
    this.workspace = workspace;
    this.records = records;
  }

  /**
   * The artifact of a service, built now or before.
   *
   * @throws DeployFailure when the build fails or makes no artifact
   */
  Artifact build(ServiceSpec service) {
    BuildSpec build = service.build();
    if (build == null) {
      throw new DeployFailure(service.name(), "it has no build, which adapter 'process' needs");
    }
    List<TreeFile> inputs = inputs(service, build);
    String id = BuildId.of(build, inputs, Tools.versions());
    Path root = workspace.state().cache().resolve(service.name() + "-" + id);
    try (FileChannel channel = lockFile(root);
        FileLock lock = channel.lock()) {
      Objects.requireNonNull(lock, "a lock that is waited for");
      return cachedOrBuilt(service, build, inputs, root, id);
    } catch (IOException e) {
      throw new DeployFailure(service.name(), "its build cannot be kept in " + root + ": " + e, e);
    }
  }

  private List<TreeFile> inputs(ServiceSpec service, BuildSpec build) {
    for (String pattern : build.inputs()) {
      if (workspace.checkout().files(plan.tree(), new Globs(List.of(pattern))).isEmpty()) {
        throw new DeployFailure(
            service.name(),
            "services.%s.build.inputs: '%s' names no file of the tree"
                .formatted(service.name(), pattern));
      }
    }
    return workspace.checkout().files(plan.tree(), new Globs(build.inputs()));
  }

  private Artifact cachedOrBuilt(
      ServiceSpec service, BuildSpec build, List<TreeFile> inputs, Path root, String id)
      throws IOException {
    long started = System.nanoTime();
    boolean cached = isCached(service, root);
    if (!cached) {
      Folders.delete(root);
      workspace.checkout().export(inputs, root.resolve("tree"));
      runBuild(service, build, root.resolve("tree"), id);
      Path made = ArtifactPath.in(root.resolve("tree"), service);
      Files.writeString(root.resolve("digest"), ArtifactDigest.of(made));
    }
    Path path = ArtifactPath.in(root.resolve("tree"), service);
    String digest = Files.readString(root.resolve("digest"));
    records.append(
        new Build(
            service.name(),
            id,
            digest,
            cached,
            build.inputs(),
            build.command(),
            Duration.ofNanos(System.nanoTime() - started).toMillis()),
        List.of());
    return new Artifact(id, digest, root.resolve("tree"), path);
  }

  /** The digest is written last and compared each time, so half a build is never taken. */
  private static boolean isCached(ServiceSpec service, Path root) throws IOException {
    Path digest = root.resolve("digest");
    return Files.exists(digest)
        && ArtifactPath.find(root.resolve("tree"), service).isPresent()
        && Files.readString(digest)
            .equals(ArtifactDigest.of(ArtifactPath.in(root.resolve("tree"), service)));
  }

  private void runBuild(ServiceSpec service, BuildSpec build, Path folder, String id) {
    Path log = plan.folder().resolve(service.name() + ".build.log");
    Map<String, String> values = new HashMap<>();
    values.put("java", Tools.java().toString());
    values.put("build", id);
    values.put("project", folder.toString());
    plan.environment().forEach((name, value) -> values.put("env:" + name, value));
    Command command =
        new Command(
            "build",
            service.name(),
            Command.words(References.resolve(build.command(), values)),
            folder,
            environment(build, id, values),
            log,
            log);
    ProcessGroup group = workspace.processes().spawn(command, records.process(command.output()));
    await(service, build, group, log);
  }

  private Map<String, String> environment(BuildSpec build, String id, Map<String, String> values) {
    Map<String, String> declared = new HashMap<>();
    declared.put("JAVA_HOME", System.getProperty("java.home"));
    build.env().forEach((name, value) -> declared.put(name, References.resolve(value, values)));
    declared.put("NETRA_REVISION", id);
    return Environment.of(plan.environment(), declared);
  }

  private static void await(ServiceSpec service, BuildSpec build, ProcessGroup group, Path log) {
    try {
      if (!group.awaitExit(build.timeout())) {
        group.kill();
        throw new DeployFailure(
            service.name(),
            "its build took longer than " + build.timeout() + LogTail.sentence(List.of(log)));
      }
    } catch (InterruptedException e) {
      group.kill();
      Thread.currentThread().interrupt();
      throw new DeployFailure(service.name(), "its build was interrupted", e);
    }
    int status = group.onExit().join();
    if (status != 0) {
      throw new DeployFailure(
          service.name(),
          "its build '%s' ended with %d%s"
              .formatted(build.command(), status, LogTail.sentence(List.of(log))));
    }
  }

  private static FileChannel lockFile(Path root) throws IOException {
    return FileChannel.open(
        root.resolveSibling(root.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
