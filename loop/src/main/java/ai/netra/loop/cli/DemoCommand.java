package ai.netra.loop.cli;

import ai.netra.loop.demo.Demo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netra demo}: shows the loop at work on a project of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows in three acts what the loop does; 0 only if each came out as said.")
final class DemoCommand implements Callable<Integer> {

  private static final Set<Integer> ALL = Set.of(Demo.LIES, Demo.FAULT, Demo.EVIDENCE);

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(names = "--keep", description = "Keep the folder with the demo's projects and journals.")
  private boolean keep;

  @Option(
      names = "--act",
      paramLabel = "N",
      description = "Plays act 1 or 2 alone; act 3 goes on where act 2 ends, and plays both.")
  private @Nullable Integer act;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Set<Integer> acts = acts();
    requireTools(acts);
    Instant began = session.clock().instant();
    Style style = new Style(session.colours() && !options.json);
    DemoAudience audience =
        new DemoAudience(options.json ? session.err() : session.out(), style, session.clock());
    Demo.Outcome outcome =
        Demo.play(new Demo.Order(parent(), netra(), Installation.demoLibraries(), acts), audience);
    boolean kept = keep || !outcome.holds();
    if (!kept) {
      outcome.clear();
    }
    tell(outcome, Duration.between(began, session.clock().instant()), kept);
    return (outcome.holds() ? ExitCode.OK : ExitCode.NO).status();
  }

  private Set<Integer> acts() {
    if (act == null) {
      return ALL;
    }
    if (!ALL.contains(act)) {
      throw new CommandFailure(ExitCode.USAGE, "--act " + act + ": there are acts 1, 2 and 3");
    }
    return act == Demo.EVIDENCE ? Set.of(Demo.FAULT, Demo.EVIDENCE) : Set.of(act);
  }

  private static void requireTools(Set<Integer> acts) {
    Stream.of(ToolChecks.git(), ToolChecks.node())
        .filter(it -> it.name().equals("git") || acts.contains(Demo.EVIDENCE))
        .filter(it -> !it.ok())
        .findFirst()
        .ifPresent(
            it -> {
              throw new CommandFailure(ExitCode.BLOCKED, it.name() + ": " + it.found());
            });
  }

  /** The demo has a state folder of its own, in the folder named, else among temporary ones. */
  private Path parent() {
    return options.state == null
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : options.state.toAbsolutePath();
  }

  private static List<String> netra() {
    List<String> netra = new ArrayList<>(Installation.command());
    netra.addAll(
        1,
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dnetra.probe=" + ProbeJar.path()));
    return netra;
  }

  private void tell(Demo.Outcome outcome, Duration took, boolean kept) {
    String folder = kept ? outcome.folder().toString() : "";
    if (options.json) {
      session.out().println(Json.line(answer(outcome, took, folder)));
      return;
    }
    long failed = outcome.acts().stream().filter(it -> !it.holds()).count();
    session.out().println();
    session
        .out()
        .println(
            "%s in %d s%s"
                .formatted(
                    failed == 0 ? "Every act came out as said" : failed + " acts did not",
                    took.toSeconds(),
                    folder.isEmpty() ? "" : "; kept: " + folder));
  }

  private static Map<String, Object> answer(Demo.Outcome outcome, Duration took, String folder) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("holds", outcome.holds());
    answer.put("seconds", took.toSeconds());
    answer.put("folder", folder);
    answer.put("acts", outcome.acts());
    return answer;
  }
}
