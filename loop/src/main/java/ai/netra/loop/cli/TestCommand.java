package ai.netra.loop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code netra test}: the script has run Maven; this runs the end-to-end suite through the loop, in
 * a process of its own, and prints the sums of both.
 */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs every test of the repository; ends with a line 'N passed, N failed'.")
final class TestCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(
      names = "--maven-status",
      hidden = true,
      description = "How Maven ended, from the script.")
  private int mavenStatus;

  TestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path root = new ProjectFiles(session, options).project().root();
    TestSums maven = TestSums.ofReports(root);
    TestSums loop = loop(root);
    TestSums all = (mavenStatus == 0 ? maven : maven.failedAtLeastOnce()).plus(loop);
    session.out().println(options.json ? Json.line(all) : sentence(all));
    return (all.failed() == 0 ? ExitCode.OK : ExitCode.NO).status();
  }

  private static String sentence(TestSums sums) {
    return sums.passed() + " passed, " + sums.failed() + " failed";
  }

  /** Whatever the loop prints is passed on, but for the object at its end. */
  private TestSums loop(Path root) throws InterruptedException {
    List<String> argv = new ArrayList<>(Installation.command());
    argv.addAll(List.of("loop", "--no-mend", "--json"));
    Path state = options.state;
    if (state != null) {
      argv.addAll(List.of("--state", session.folder().resolve(state).toString()));
    }
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    String last = "";
    try {
      Process process = builder.start();
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!last.isEmpty()) {
            session.out().println(last);
          }
          last = line;
        }
      }
      TestSums sums = sums(last);
      return process.waitFor() == 0 ? sums : sums.failedAtLeastOnce();
    } catch (IOException e) {
      throw new UncheckedIOException("the loop cannot be started: " + argv, e);
    }
  }

  private static TestSums sums(String object) {
    try {
      JsonNode tests = Json.mapper().readTree(object).path("tests");
      int proved = tests.path("proved").asInt(0);
      return new TestSums(proved, tests.path("inventory").asInt(0) - proved);
    } catch (JacksonException e) {
      return TestSums.NONE; // the loop ended without its object; its exit status says so
    }
  }
}
