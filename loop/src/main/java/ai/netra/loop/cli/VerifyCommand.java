package ai.netra.loop.cli;

import ai.netra.loop.cli.Anchors.Anchored;
import ai.netra.loop.report.Report;
import ai.netra.loop.report.RunReports;
import ai.netra.loop.report.Verification;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code netra verify}: checks a run from its folder alone. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks a run offline: its chain, its bodies and artifacts, all that it claims.")
final class VerifyCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "A run's id or folder; the last run without a word.")
  private @Nullable String run;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = new RunFolders(session, options).find(run);
    Anchored anchored =
        new Anchors(session, new ProjectFiles(session, options))
            .of(folder, RunReports.verify(folder));
    Verification verification = anchored.verification();
    if (options.json) {
      session.out().println(Json.line(answer(folder, anchored)));
    } else {
      lines(folder, anchored).forEach(session.out()::println);
    }
    return verification.exit();
  }

  private static List<String> lines(Path folder, Anchored anchored) {
    return switch (anchored.verification()) {
      case Verification.Verified it -> verified(folder, it.report(), anchored.anchors());
      case Verification.Unfinished it ->
          List.of(
              folder.getFileName()
                  + " is not finished; its journal is good up to line "
                  + it.goodLines()
                  + it.findings().stream().map(one -> ", " + one).reduce("", String::concat));
      case Verification.Tampered it ->
          it.findings().stream().map(one -> folder.getFileName() + " " + one).toList();
    };
  }

  private static List<String> verified(Path folder, Report report, List<String> anchors) {
    return List.of(
        folder.getFileName() + " is as it claims: " + report.counted(),
        report.verdict() + ": " + report.sentence(),
        "anchors: "
            + (anchors.isEmpty()
                ? "none; the chain shows what was changed after it was written, not who wrote it"
                : String.join(", ", anchors)));
  }

  private static Map<String, Object> answer(Path folder, Anchored anchored) {
    Verification verification = anchored.verification();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("run", String.valueOf(folder.getFileName()));
    answer.put("verified", verification instanceof Verification.Verified);
    answer.put(
        "findings",
        switch (verification) {
          case Verification.Verified _ -> List.of();
          case Verification.Unfinished it -> it.findings();
          case Verification.Tampered it -> it.findings();
        });
    if (verification instanceof Verification.Unfinished it) {
      answer.put("good_lines", it.goodLines());
    }
    answer.put("anchors", anchored.anchors());
    return answer;
  }
}
