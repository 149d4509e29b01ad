package ai.netra.loop.trial;

import ai.netra.loop.Fixture;
import ai.netra.loop.Netra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fixture project and the runs of the loop on it, each a process of its own. */
final class Trial {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path folder;
  final Fixture fixture;
  private final Netra netra;

  Trial(Path folder) {
    this.folder = folder;
    this.fixture = Fixture.in(folder.resolve("project"));
    this.netra =
        Netra.in(fixture.folder(), folder.resolve("state"))
            .with("NETRA_SIGNING_KEY", folder.resolve("signing-key.pem").toString());
  }

  /** A finished {@code netra loop --json}. */
  record Run(int exit, String out, String err, JsonNode summary) {

    /** What {@code report.json} holds. */
    JsonNode report() {
      try {
        return JSON.readTree(Files.readString(folder().resolve("report.json")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int tests(String outcome) {
      return summary.path("tests").path(outcome).asInt(-1);
    }

    String reason() {
      return summary.path("reason").asString();
    }

    Path folder() {
      return Path.of(summary.path("journal").asString()).resolve("..").normalize();
    }
  }

  /** A run that ends with its verdict. */
  Run loop() {
    return run(netra.run("loop", "--no-mend", "--json"));
  }

  /** A run that looks into what is not proved, and has it mended. */
  Run mend() {
    return run(netra.run("loop", "--json"));
  }

  Netra.Ended netra(String... arguments) {
    return netra.run(arguments);
  }

  /** Starts a run, to be disturbed. */
  Process start() {
    return netra.start("loop", "--no-mend", "--json");
  }

  /** Waits for a run that was started. */
  Run await(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the loop has not ended within " + LONGEST);
    }
    return run(new Netra.Ended(process.exitValue(), read("out"), read("err")));
  }

  private static Run run(Netra.Ended ended) {
    List<String> lines = ended.out().lines().toList();
    if (lines.isEmpty()) {
      throw new AssertionError("the loop printed no object, but: " + ended.err());
    }
    return new Run(ended.status(), ended.out(), ended.err(), JSON.readTree(lines.getLast()));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the journal of the last run has a line like this, and returns it. */
  JsonNode awaitLine(Predicate<JsonNode> wanted) throws InterruptedException {
    await(() -> lines().stream().anyMatch(wanted));
    return lines().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Waits until this many tests of the fixture's own have called. */
  void awaitCalls(int tests) throws InterruptedException {
    await(
        () ->
            lines().stream()
                    .filter(it -> kind(it).equals("exchange"))
                    .map(it -> it.path("data").path("key").path("test").asString(""))
                    .filter(test -> test.contains("items."))
                    .distinct()
                    .count()
                >= tests);
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LONGEST + ": " + read("err"));
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  /** The whole lines of the last run's journal. */
  List<JsonNode> lines() {
    Optional<Path> journal = lastRun().map(it -> it.resolve("journal.jsonl"));
    if (journal.isEmpty() || !Files.exists(journal.get())) {
      return List.of();
    }
    try {
      String text = Files.readString(journal.get());
      List<JsonNode> lines = new ArrayList<>();
      text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .forEach(line -> lines.add(JSON.readTree(line)));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> lastRun() {
    Path runs = folder.resolve("state/runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The processes that the last run spawned and that still live. */
  List<Long> orphans() {
    return lines().stream()
        .filter(it -> kind(it).equals("spawned"))
        .map(it -> it.path("data").path("pid").asLong())
        .filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent())
        .toList();
  }

  /** Kills a process of the run, as spawned for this role, with all of its group. */
  void kill(String role) throws InterruptedException {
    JsonNode spawned =
        awaitLine(
            it ->
                kind(it).equals("spawned") && it.path("data").path("role").asString().equals(role));
    long pid = spawned.path("data").path("pid").asLong();
    try {
      new ProcessBuilder("kill", "-9", "--", "-" + pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String kind(JsonNode line) {
    return line.path("kind").asString();
  }

  /** The report of the run's test whose claim this is. */
  static JsonNode result(Run run, String claim) {
    return result(run, claim::equals);
  }

  /** The report of the run's test whose claim has this number. */
  static JsonNode resultOf(Run run, String number) {
    return result(run, claim -> claim.startsWith(number + " "));
  }

  private static JsonNode result(Run run, Predicate<String> claims) {
    JsonNode report = run.report();
    for (JsonNode result : report.path("results")) {
      if (claims.test(result.path("claim").asString())) {
        return result;
      }
    }
    throw new AssertionError("no such claim in " + report.path("results"));
  }

  /** The part of a result, as {@code state: reason}. */
  static String part(JsonNode result, int number) {
    for (JsonNode part : result.path("parts")) {
      if (part.path("number").asInt() == number) {
        return part.path("state").asString() + ": " + part.path("reason").asString();
      }
    }
    throw new AssertionError("no part " + number + " in " + result);
  }
}
