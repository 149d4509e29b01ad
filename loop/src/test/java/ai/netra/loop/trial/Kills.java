package ai.netra.loop.trial;

import ai.netra.loop.Netra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills loops on a checkout and starts them again. What it finds after a restart it says; it
 * asserts nothing.
 */
final class Kills {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Path state;
  private final Netra netra;

  Kills(Path checkout, Path state) {
    this.state = state;
    this.netra = Netra.in(checkout, state);
  }

  /**
   * What became of a run whose loop was killed.
   *
   * @param from the state that it stood in; empty where the kill came before its first line
   * @param resumed how long the next start took to go on with it; empty where it began another
   * @param wrong what is doubled, lost or left over, a sentence each
   */
  record Outcome(String from, Optional<Duration> resumed, int exit, List<String> wrong) {}

  /** A whole run that nobody disturbs; how long it took. */
  Duration undisturbed() throws InterruptedException {
    long start = System.nanoTime();
    int exit = await(netra.start("loop", "--new", "--json"));
    if (exit != 0) {
      throw new AssertionError("the run that nobody disturbed ended with " + exit);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Begins a run, kills its loop after this time with SIGKILL, starts it again to its end. */
  Outcome killAfter(Duration moment) throws InterruptedException {
    Process loop = netra.start("loop", "--new", "--json");
    if (!loop.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS)) {
      loop.destroyForcibly().waitFor();
    }
    Path killed = lastRun();
    String from = stood(killed);
    long restarted = System.currentTimeMillis();
    int exit = await(netra.start("loop", "--json"));
    List<String> wrong = wrong(killed);
    if (!killed.equals(lastRun())) {
      wrong.addAll(wrong(lastRun()));
    }
    return new Outcome(from, resumed(killed, restarted), exit, wrong);
  }

  private static int await(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the loop has not ended within " + LONGEST);
    }
    return process.exitValue();
  }

  private static String stood(Path run) {
    return data(run, "transition")
        .map(it -> it.path("to").asString())
        .reduce((_, later) -> later)
        .orElse(lines(run).isEmpty() ? "" : "Deploying");
  }

  private static Optional<Duration> resumed(Path run, long restarted) {
    return lines(run).stream()
        .filter(it -> it.path("kind").asString().equals("run.continued"))
        .map(it -> Instant.parse(it.path("time").asString()).toEpochMilli())
        .filter(it -> it >= restarted)
        .map(it -> Duration.ofMillis(it - restarted))
        .findFirst();
  }

  private List<String> wrong(Path run) {
    List<String> wrong = new ArrayList<>();
    Netra.Ended verify = netra.run("verify", run.toString());
    if (verify.status() != 0) {
      wrong.add("verify of " + run.getFileName() + " ended with " + verify);
    }
    twice(run, "attempt", "key").ifPresent(wrong::add);
    twice(run, "exchange", "id").ifPresent(wrong::add);
    twice(run, "verdict", "run").ifPresent(wrong::add);
    twice(run, "order", "run").ifPresent(wrong::add);
    twice(run, "receipt", "parent_id").ifPresent(wrong::add);
    long ends = data(run, "run.finished").count();
    if (ends != 1) {
      wrong.add("run " + run.getFileName() + " has " + ends + " ends");
    }
    Processes.in(state).forEach(it -> wrong.add("left over: " + it));
    return wrong;
  }

  private static Optional<String> twice(Path run, String kind, String member) {
    List<String> all = data(run, kind).map(it -> it.path(member).toString()).toList();
    return all.stream()
        .filter(it -> all.indexOf(it) != all.lastIndexOf(it))
        .findFirst()
        .map(it -> "two lines " + kind + " with " + member + " " + it);
  }

  private static Stream<JsonNode> data(Path run, String kind) {
    return lines(run).stream()
        .filter(it -> it.path("kind").asString().equals(kind))
        .map(it -> it.path("data"));
  }

  /** The whole lines of a run's journal. */
  private static List<JsonNode> lines(Path run) {
    Path journal = run.resolve("journal.jsonl");
    try {
      String text = Files.exists(journal) ? Files.readString(journal) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path lastRun() {
    try (Stream<Path> all = Files.list(state.resolve("runs"))) {
      return all.max(Comparator.comparing(Path::toString)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
