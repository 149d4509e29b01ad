package ai.netra.loop.cli;

import ai.netra.loop.report.Report;
import ai.netra.loop.report.RunReports;
import ai.netra.loop.report.RunReports.Format;
import ai.netra.loop.report.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netra report}: a run's report to send around, once its records were verified. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Renders the report of a run from its journal, which is verified first.")
final class ReportCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "A run's id or folder; the last run without a word.")
  private @Nullable String run;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "markdown (default), html, json or junit.")
  private Format format = Format.MARKDOWN;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it to FILE instead of standard output.")
  private @Nullable Path output;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = new RunFolders(session, options).find(run);
    Verification verification = RunReports.verify(folder);
    return switch (verification) {
      case Verification.Verified it -> tell(folder, it.report());
      case Verification.Unfinished it ->
          throw new CommandFailure(
              ExitCode.NO,
              "run %s is not finished: a report needs its last line, the journal has %d lines"
                  .formatted(folder.getFileName(), it.goodLines()));
      case Verification.Tampered it ->
          throw new CommandFailure(
              ExitCode.INTEGRITY,
              "run %s is not as it claims: %s"
                  .formatted(folder.getFileName(), it.findings().getFirst()));
    };
  }

  private int tell(Path folder, Report report) {
    String text =
        options.json
            ? RunReports.json(folder, report) + "\n"
            : RunReports.render(folder, report, format);
    if (output == null) {
      session.out().print(text);
    } else {
      write(session.folder().resolve(output), text);
    }
    return ExitCode.OK.status();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.NO, file + ": cannot be written: " + e.getMessage());
    }
  }
}
