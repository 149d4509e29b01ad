package ai.netra.loop.deploy;

import ai.netra.loop.project.References;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.Environment;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.ProcessGroups;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the build command of a service in its place. */
final class BuildProcess {

  private final Deployers.Plan plan;
  private final ProcessGroups processes;
  private final DeployJournal records;

  BuildProcess(Deployers.Plan plan, ProcessGroups processes, DeployJournal records) {
    this.plan = plan;
    this.processes = processes;
    this.records = records;
  }

  /**
   * Returns when the command has ended well.
   *
   * @throws DeployFailure with its last lines, when it did not
   */
  void run(BuildPlace place) {
    Path log = plan.folder().resolve(place.service().name() + ".build.log");
    Map<String, String> values = references(place);
    Command command =
        new Command(
            "build",
            place.service().name(),
            Command.words(References.resolve(place.spec().command(), values)),
            place.tree(),
            environment(place, values),
            log,
            log);
    await(place, processes.spawn(command, records.process(command.output())), log);
  }

  private Map<String, String> references(BuildPlace place) {
    Map<String, String> values = new HashMap<>();
    values.put("java", Tools.java().toString());
    values.put("build", place.id());
    values.put("project", place.tree().toString());
    plan.environment().forEach((name, value) -> values.put("env:" + name, value));
    return values;
  }

  private Map<String, String> environment(BuildPlace place, Map<String, String> values) {
    Map<String, String> declared = new HashMap<>();
    declared.put("JAVA_HOME", System.getProperty("java.home"));
    place
        .spec()
        .env()
        .forEach((name, value) -> declared.put(name, References.resolve(value, values)));
    declared.put("NETRA_REVISION", place.id());
    return Environment.of(plan.environment(), declared);
  }

  private static void await(BuildPlace place, ProcessGroup group, Path log) {
    String service = place.service().name();
    try {
      if (!group.awaitExit(place.spec().timeout())) {
        group.kill();
        throw new BuildFailure(
            service,
            "its build took longer than "
                + place.spec().timeout().toSeconds()
                + " s"
                + LogTail.sentence(List.of(log)));
      }
    } catch (InterruptedException e) {
      group.kill();
      Thread.currentThread().interrupt();
      throw new DeployFailure(service, "its build was interrupted", e);
    }
    int status = group.onExit().join();
    if (status != 0) {
      throw new BuildFailure(
          service,
          "its build '%s' ended with %d%s"
              .formatted(place.spec().command(), status, LogTail.sentence(List.of(log))));
    }
  }
}
