package ai.netra.loop.round;

import ai.netra.loop.journal.Redaction;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a run works with on this machine.
 *
 * @param source a folder with the files of the tree, in which suites are built and run
 * @param folder the folder of the run; it exists
 * @param run the run's id
 * @param start which start of the loop this is in the run, from 1
 * @param nonce in hex, keys the trace ids
 * @param probe the probe's jar
 * @param java the program that starts a JVM
 * @param environment the loop's own variables
 * @param nanoTime the monotonic clock
 * @param spanIds the source of the parent ids that the gateway puts in
 * @param part names what is deployed beside or after the first tree, such as {@code round-2}; empty
 *     for that
 */
public record Setting(
    Project project,
    TargetSpec target,
    Workspace workspace,
    Tree tree,
    Path source,
    Path folder,
    String run,
    int start,
    String nonce,
    Redaction redaction,
    Path probe,
    Path java,
    Map<String, String> environment,
    Clock clock,
    LongSupplier nanoTime,
    LongSupplier spanIds,
    String part) {

  /** The same run at work on another tree, whose outputs are kept apart. */
  Setting on(Tree other, Path files, Project declared, String name) {
    return new Setting(
        declared,
        declared.targets().getOrDefault(target.name(), target),
        workspace,
        other,
        files,
        folder,
        run,
        start,
        nonce,
        redaction,
        probe,
        java,
        environment,
        clock,
        nanoTime,
        spanIds,
        name);
  }

  /** Takes what the processes of this start print: nothing of an earlier start is written on. */
  Path outputs() {
    Path all = start == 1 ? folder : folder.resolve("start-" + start);
    return part.isEmpty() ? all : all.resolve(part);
  }

  /** The id of what this start deploys there, in the environment of its services. */
  String deploy() {
    String all = start == 1 ? run : run + "-" + start;
    return part.isEmpty() ? all : all + "-" + part.replace('/', '-');
  }
}
