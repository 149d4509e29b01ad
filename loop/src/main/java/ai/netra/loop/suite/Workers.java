package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.Environment;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the worker processes of a JUnit suite. Safe for use by many threads. */
final class Workers {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final TestClasses classes;
  private final AtomicInteger started = new AtomicInteger();

  Workers(SuiteSpec spec, SuiteContext context, TestClasses classes) {
    this.spec = spec;
    this.context = context;
    this.classes = classes;
  }

  /**
   * Starts a worker.
   *
   * @param addresses what the variables hold by which tests find services and gateway
   * @throws SuiteFailure when it does not start or does not connect in time
   */
  Worker start(String role, Map<String, String> addresses) {
    String name = spec.name() + "-" + started.incrementAndGet();
    Path output = context.output().resolve(name + "." + role + ".log");
    try (WorkerLink.Door door = WorkerLink.Door.open(RANDOM)) {
      ProcessGroup group = spawn(role, name, environment(door, addresses), output);
      return new Worker(group, connect(door, group, name, output));
    } catch (IOException e) {
      throw new SuiteFailure("worker " + name + ": no port to wait for it: " + e.getMessage(), e);
    }
  }

  private ProcessGroup spawn(
      String role, String name, Map<String, String> environment, Path output) {
    Command command = new Command(role, name, argv(), context.tree(), environment, output, output);
    try {
      return context
          .processes()
          .spawn(command, e -> context.journal().process(context.round(), e, command.output()));
    } catch (WorkspaceFailure e) {
      throw new SuiteFailure("worker " + name + " does not start: " + e.getMessage(), e);
    }
  }

  private static WorkerLink connect(
      WorkerLink.Door door, ProcessGroup group, String name, Path output) {
    var _ = group.onExit().thenRun(() -> close(door));
    try {
      return door.accept(START_LIMIT);
    } catch (IOException e) {
      group.kill();
      throw new SuiteFailure(
          "worker " + name + " did not connect: " + e.getMessage() + SuiteCommand.lastLines(output),
          e);
    }
  }

  private static void close(WorkerLink.Door door) {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> argv() {
    return List.of(
        context.java().toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-javaagent:" + context.probe() + "=" + declaredChecks(),
        "-cp",
        context.probe() + File.pathSeparator + classes.classPath(),
        "ai.netra.probe.Worker");
  }

  /** The probe wants {@code Type#method}; people also write a dot. */
  private String declaredChecks() {
    return String.join(",", spec.assertions().stream().map(Workers::withHash).toList());
  }

  private static String withHash(String method) {
    int dot = method.lastIndexOf('.');
    return method.indexOf('#') >= 0 || dot < 0
        ? method
        : method.substring(0, dot) + "#" + method.substring(dot + 1);
  }

  private Map<String, String> environment(WorkerLink.Door door, Map<String, String> addresses) {
    Map<String, String> declared = new HashMap<>(spec.env());
    declared.putAll(addresses);
    declared.putAll(door.variables());
    return Environment.of(context.environment(), declared);
  }
}
