package ai.netra.loop.demo;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The suite as every build runs it: the service is started, JUnit is called, once. */
record PlainRun(Place place, Programs programs) {

  private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");
  private static final Pattern COUNTS = Pattern.compile("found (\\d+)\\s+succeeded (\\d+)");
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** What JUnit counted. */
  record Counts(int found, int succeeded) {

    @Override
    public String toString() {
      return found + " tests found, " + succeeded + " succeeded";
    }
  }

  Counts run(DemoProject project, List<String> testClasses) {
    project.add("target/plain/PlainRunner.java", "more/PlainRunner.java");
    compile();
    Programs.Started service =
        programs.start(List.of(java(), "-cp", "target/plain", "Items"), Map.of("PORT", "0"));
    try {
      return counts(port(service), testClasses);
    } finally {
      service.process().destroy();
    }
  }

  private void compile() {
    String command =
        "\"$JAVA\" -m jdk.compiler/com.sun.tools.javac.Main -d target/plain -cp \"$JUNIT\""
            + " service/*.java tests/items/*.java target/plain/PlainRunner.java";
    Map<String, String> names = Map.of("JAVA", java(), "JUNIT", place.junit());
    Programs.Ended ended = programs.run(List.of("sh", "-c", command), names);
    if (ended.status() != 0) {
      throw new WorkspaceFailure("the demo's project does not compile: see " + place.log());
    }
  }

  private static String port(Programs.Started service) {
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (service.process().isAlive() && System.nanoTime() < deadline) {
      try {
        Matcher port = PORT.matcher(Files.readString(service.out()));
        if (port.find()) {
          return port.group(1);
        }
        Thread.sleep(PAUSE);
      } catch (IOException e) {
        throw new WorkspaceFailure(service.out() + ": cannot be read", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WorkspaceFailure("interrupted while the demo's service started", e);
      }
    }
    throw new WorkspaceFailure("the demo's service did not start within " + STARTS_WITHIN);
  }

  private Counts counts(String port, List<String> testClasses) {
    List<String> argv =
        new ArrayList<>(List.of(java(), "-cp", "target/plain:" + place.junit(), "PlainRunner"));
    argv.addAll(testClasses);
    Programs.Ended ended = programs.run(argv, Map.of("ITEMS_URL", "http://127.0.0.1:" + port));
    Matcher counts = COUNTS.matcher(ended.out());
    if (ended.status() != 0 || !counts.find()) {
      throw new WorkspaceFailure("JUnit ended with " + ended.status() + ": see " + place.log());
    }
    return new Counts(Integer.parseInt(counts.group(1)), Integer.parseInt(counts.group(2)));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
