package ai.netra.loop.cli;

import ai.netra.loop.report.Why;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code netra why}: every part of a test's proofs and the lines that it rests on, and of what is
 * not proved the whys that a diagnosis found.
 */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Shows why a test came out as it did: each part of its proof, with evidence.")
final class WhyCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "TEST", description = "The id of a test, or a part of it.")
  private String test = "";

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "A run's id or folder; the last run without a word.")
  private @Nullable String run;

  WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = new RunFolders(session, options).find(run);
    List<Why.Answer> answers = Why.of(folder, test);
    if (options.json) {
      session.out().println(Why.json(answers));
    } else {
      answers.forEach(this::tell);
    }
    if (answers.isEmpty()) {
      session
          .err()
          .println("netra: run " + folder.getFileName() + " proves no test '" + test + "'");
      return ExitCode.NO.status();
    }
    return ExitCode.OK.status();
  }

  private void tell(Why.Answer answer) {
    session
        .out()
        .println(
            answer.run() == 0
                ? answer.test() + ": " + answer.outcome()
                : "%s: %s in full run %d (%s)"
                    .formatted(answer.test(), answer.outcome(), answer.run(), answer.level()));
    for (Why.PartAnswer part : answer.parts()) {
      String state = part.part().state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      session
          .out()
          .println(
              "  %d %-12s %-13s %s"
                  .formatted(
                      part.part().number(), part.part().name(), state, part.part().reason()));
      part.evidence().forEach(line -> session.out().println("      line " + line));
    }
    answer.causes().forEach(it -> CauseLines.of(it).forEach(session.out()::println));
  }
}
