package ai.netra.loop.round;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.Smells;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.suite.FullRun;
import ai.netra.loop.suite.Suite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A suite without processes: each test calls the service once and ends as the script says. */
final class ScriptedSuite implements Suite {

  static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
  static final String NONCE = "cd".repeat(32);

  private final Journal journal;
  private final List<String> tests;
  final List<FullRun> runs = new ArrayList<>();

  /** Tests whose next control or mutant ends before it calls. */
  final Set<String> stuckInSetup = new HashSet<>();

  final List<Script> scripts = new ArrayList<>();

  /** The types of what the service sends, where it answers with a socket. */
  List<String> frames = List.of();

  /** The hash of its inventory. */
  String sha256 = "sha";

  /** The hash of the rules by which its sources are looked at. */
  String rules = "rules";

  private Optional<String> cut = Optional.empty();
  private long spans;

  /** How an attempt ends, where it does not pass in a verdict run and fail in its control. */
  interface Script {
    @Nullable Status status(TestKey key, int run);
  }

  ScriptedSuite(Journal journal, List<String> tests) {
    this.journal = journal;
    this.tests = tests;
  }

  @Override
  public Inventory discover() {
    List<Inventory.Test> found =
        tests.stream().map(it -> new Inventory.Test(it, it, null, null, "T.java", "c")).toList();
    return new Inventory("e2e", found.size(), List.of(), found, sha256);
  }

  @Override
  public List<Smells> smells(Inventory inventory, Set<String> known) {
    List<String> looked = new ArrayList<>(tests);
    looked.removeAll(known);
    looked.add(Canary.PASSES.testId());
    return looked.stream().map(it -> new Smells("e2e", it, "c", rules, List.of())).toList();
  }

  @Override
  public String catalogue() {
    return rules;
  }

  @Override
  public List<Attempt> run(FullRun run, Consumer<Attempt> seen) {
    runs.add(run);
    List<String> order = new ArrayList<>(run.order());
    if (run.canaries()) {
      List.of(Canary.values()).forEach(it -> order.add(it.testId()));
    }
    List<Attempt> attempts = new ArrayList<>();
    for (String test : order) {
      Attempt attempt = attempt(new TestKey("e2e", test, run.attempt(), run.mode()), run.run());
      seen.accept(attempt);
      attempts.add(attempt);
    }
    return attempts;
  }

  private Attempt attempt(TestKey key, int run) {
    Status status = cut.isPresent() ? Status.NOT_RUN : status(key, run);
    Optional<Canary> canary = Canary.of(key.test());
    if (status != Status.NOT_RUN && canary.isEmpty()) {
      call(key);
    }
    int checks = canary.filter(it -> it == Canary.SWALLOWS).isPresent() ? 0 : 1;
    return new Attempt(
        key,
        run,
        key.traceId(NONCE),
        status,
        List.of(status),
        List.of(new Attempt.PhaseSpan(Phase.CALL, TIME, 1)),
        checks,
        0,
        7,
        TIME,
        TIME,
        1500,
        null,
        null,
        null);
  }

  private Status status(TestKey key, int run) {
    for (Script script : scripts) {
      Status status = script.status(key, run);
      if (status != null) {
        return status;
      }
    }
    boolean fails = key.mode() != Mode.VERDICT || key.test().equals(Canary.FAILS.testId());
    return fails ? Status.FAILED : Status.PASSED;
  }

  private void call(TestKey key) {
    boolean refused = key.mode() == Mode.CONTROL;
    if (key.mode() != Mode.VERDICT && stuckInSetup.remove(key.test())) {
      return;
    }
    String span = "%016x".formatted(++spans);
    Exchange.Body body = new Exchange.Body(1, "00", null);
    journal.append(
        1,
        "",
        new Exchange(
            spans,
            key,
            Phase.CALL,
            "shop",
            null,
            null,
            frames.isEmpty() ? Exchange.Kind.HTTP : Exchange.Kind.SOCKET,
            key.traceId(NONCE),
            span,
            null,
            0,
            "GET",
            "/items",
            refused ? null : 200,
            !refused,
            refused ? "refuse" : key.mode() == Mode.MUTANT ? "status" : null,
            body,
            body,
            List.of(),
            TIME,
            1,
            1,
            1,
            socket()),
        List.of());
    if (!refused) {
      journal.append(1, "", receipt(key, span), List.of());
    }
  }

  private Exchange.@Nullable Socket socket() {
    List<Exchange.Frame> sent =
        frames.stream().map(it -> new Exchange.Frame("out", "text", 9, "00", it, 1)).toList();
    return sent.isEmpty() ? null : new Exchange.Socket(0, sent.size(), sent, 1000, "", "client");
  }

  private static Receipt receipt(TestKey key, String span) {
    return new Receipt(
        "shop", "b1", key.traceId(NONCE), span, "GET", "/items", 200, 1, null, null, TIME);
  }

  @Override
  public void cut(String reason) {
    cut = Optional.of(reason);
  }

  @Override
  public void close() {}
}
