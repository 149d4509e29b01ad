package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Setting;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.project.Project.PolicySpec;
import ai.netra.loop.project.References;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.Isolation;
import ai.netra.loop.workspace.Isolation.Ended;
import ai.netra.loop.workspace.Isolation.Job;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a coding agent work on the tree that failed, whatever program it is. What counts is the
 * worktree that it leaves, not what it says or commits.
 */
final class AgentFixer implements Fixer {

  private final FixerSpec spec;
  private final Setting setting;
  private final Trees trees;
  private final Spending spending;

  AgentFixer(FixerSpec spec, Setting setting, Trees trees, Spending spending) {
    this.spec = spec;
    this.setting = setting;
    this.trees = trees;
    this.spending = spending;
  }

  @Override
  public Attempted attempt(Assignment assignment) {
    return blocked().<Attempted>map(Attempted.Blocked::new).orElseGet(() -> work(assignment));
  }

  /** What is missing before anything is started. */
  private Optional<String> blocked() {
    String line = spec.command();
    if (line == null) {
      return Optional.of("the Agent Client Protocol is not spoken here: 'command' is required");
    }
    for (String reference : References.names(line)) {
      if (!variables().containsKey(reference)) {
        return Optional.of("${" + reference + "} has no value here");
      }
    }
    if (isSandboxed() && !policy().network().isEmpty()) {
      return Optional.of(
          "policy.network names %s, and the sandbox opens no host"
              .formatted(String.join(", ", policy().network())));
    }
    return spending.against(spec);
  }

  private Attempted work(Assignment assignment) {
    spending.add(spec);
    Path folder = folder(assignment);
    Path output = folder.resolve("output");
    Path brief = folder.resolve("brief");
    new Brief(assignment, setting.project().audit()).write(brief, task());
    Job job =
        new Job(
            assignment.key(),
            assignment.base(),
            Command.words(References.resolve(String.valueOf(spec.command()), variables())),
            brief,
            output,
            spec.time(),
            isSandboxed());
    Isolation isolation =
        new Isolation(setting.workspace(), setting.environment(), setting.records());
    return attempted(isolation.run(job), assignment);
  }

  private static String task() {
    return "Mend the root cause in the working folder. The files that you leave there are the"
        + " repair; what you commit or print is not.";
  }

  private Attempted attempted(Ended ended, Assignment assignment) {
    return switch (ended) {
      case Ended.Made made ->
          trees.made(spec, assignment, made.tree(), "a change by agent " + spec.name());
      case Ended.Failed failed -> new Attempted.Failed(failed.reason());
      case Ended.NoSandbox missing -> new Attempted.Blocked("no sandbox: " + missing.reason());
      case Ended.Voided voided -> new Attempted.Voided(voided.reason());
      case Ended.Escaped escaped -> new Attempted.Escaped(escaped.reason());
    };
  }

  private Path folder(Assignment assignment) {
    String name =
        "%d-%s-%d".formatted(assignment.round(), assignment.cluster().id(), assignment.n());
    Path folder = setting.folder().toAbsolutePath().resolve("fixers").resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be made", e);
    }
  }

  private boolean isSandboxed() {
    return !policy().withoutSandbox(LocalDate.ofInstant(now(), ZoneOffset.UTC));
  }

  private Instant now() {
    return setting.workspace().clock().instant();
  }

  private PolicySpec policy() {
    return setting.project().mending().policy();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    setting.environment().forEach((name, value) -> variables.put("env:" + name, value));
    return variables;
  }
}
