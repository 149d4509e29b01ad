package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec.SecretSpec;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether this machine and this checkout have what the loop needs; asked before every loop. */
final class Doctor {

  /** The check whose miss is not that something is absent: the loop itself is wrong. */
  static final String RULES = "rules";

  private final Session session;
  private final ProjectFiles files;

  Doctor(Session session, ProjectFiles files) {
    this.session = session;
    this.files = files;
  }

  /** All checks; a project that cannot be read is a miss like others. */
  List<Check> checks() {
    try {
      Project project = files.project();
      List<Check> checks = new ArrayList<>(of(project));
      checks.add(project(project));
      return checks;
    } catch (CommandFailure | WorkspaceFailure e) {
      List<Check> checks = new ArrayList<>(run(tools(Optional.empty())));
      checks.add(new Check("netra.yaml", false, String.valueOf(e.getMessage())));
      return checks;
    }
  }

  /**
   * Nothing, when all is well. What is wrong with the project itself is {@link Preflight}'s to say.
   *
   * @throws CommandFailure of {@link ExitCode#BLOCKED} with every miss, of {@link
   *     ExitCode#INTEGRITY} where a rule gives a wrong answer
   */
  void requireNoMiss(Project project) {
    List<Check> misses = of(project).stream().filter(it -> !it.ok()).toList();
    if (!misses.isEmpty()) {
      String text =
          misses.stream()
              .map(it -> it.name() + ": " + it.found())
              .collect(Collectors.joining("\n"));
      throw new CommandFailure(exit(misses), text);
    }
  }

  /** What these checks end a command with. */
  static ExitCode exit(List<Check> checks) {
    List<String> misses = checks.stream().filter(it -> !it.ok()).map(Check::name).toList();
    if (misses.contains(RULES)) {
      return ExitCode.INTEGRITY;
    }
    return misses.isEmpty() ? ExitCode.OK : ExitCode.BLOCKED;
  }

  private List<Check> of(Project project) {
    Path state = files.state(project).root();
    return run(
        Stream.concat(
                tools(Optional.of(project)).stream(),
                Stream.<Supplier<Check>>of(
                    () -> MachineChecks.disk(state),
                    () -> MachineChecks.clock(session.clock(), project.root()),
                    MachineChecks::rules,
                    () -> secrets(project)))
            .toList());
  }

  private static List<Supplier<Check>> tools(Optional<Project> project) {
    return List.of(
        ToolChecks::jdk,
        () -> ToolChecks.node(project),
        ToolChecks::git,
        ToolChecks::setsid,
        MachineChecks::memory);
  }

  /** All at once: most of their time is that of other programs. */
  private static List<Check> run(List<Supplier<Check>> checks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return checks.stream().map(it -> CompletableFuture.supplyAsync(it, threads)).toList().stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private Check project(Project project) {
    List<String> problems = Preflight.of(session, project).problems();
    String found = problems.isEmpty() ? "project " + project.name() : String.join("; ", problems);
    return new Check("netra.yaml", problems.isEmpty(), found);
  }

  private Check secrets(Project project) {
    List<String> missing = new ArrayList<>();
    project
        .services()
        .values()
        .forEach(
            service ->
                service
                    .secrets()
                    .forEach(
                        (name, secret) -> {
                          if (!hasSource(project, secret)) {
                            missing.add(service.name() + "." + name + " from " + secret.from());
                          }
                        }));
    String found = missing.isEmpty() ? "all there" : "missing: " + String.join(", ", missing);
    return new Check("secrets", missing.isEmpty(), found);
  }

  private boolean hasSource(Project project, SecretSpec secret) {
    String what = secret.from().substring(secret.from().indexOf(':') + 1);
    if (secret.from().startsWith("env:")) {
      return session.environment().containsKey(what);
    }
    return !secret.from().startsWith("file:") || Files.isReadable(project.root().resolve(what));
  }
}
