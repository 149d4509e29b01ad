package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exchange.Frame;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.PerformanceTerms;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.Transition;
import ai.netra.loop.record.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of two tests, one of them unproven, as its journal tells it. */
final class SmallRun {

  static final String NASTY = "a <b> & \"c\" | `d` ]]> \u0001";
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final List<Line> lines = new ArrayList<>();

  static List<Line> lines() {
    SmallRun run = new SmallRun();
    run.write();
    return List.copyOf(run.lines);
  }

  static CycleReport report() {
    List<Line> lines = lines();
    return CycleReport.of(ReportMaker.make(lines).orElseThrow(), lines);
  }

  private void write() {
    add(
        new RunStarted(
            1,
            "RUN",
            "shop",
            "local",
            "tree",
            "main",
            false,
            "ab".repeat(32),
            1,
            List.of("loop"),
            Map.of("cores", "2")));
    add(new Transition("Deploying", "Selecting", ""));
    SuiteTerms.Value value =
        new SuiteTerms.Value("P1", List.of("tag:p1"), new BigDecimal("1000"), "USD", "a contract");
    add(
        new SuiteTerms(
            "e2e", "command", "wire", false, List.of(), List.of(), List.of(), List.of(value)));
    add(new PerformanceTerms(List.of(measure("read", 5_000), measure("none", 1))));
    add(new Inventory("e2e", 2, List.of(), List.of(test("good"), test(NASTY)), "sha"));
    add(attempt("good"));
    add(exchange(1, "good", "/items/1?x=1", null));
    add(attempt(NASTY));
    add(proof("good", Proof.State.PRESENT, "seen", Outcome.PROVED));
    add(proof(NASTY, Proof.State.MISSING, "no call <seen>", Outcome.UNPROVEN));
    Counts counts = new Counts(2, 1, 0, 0, 0, 1, 0, 0);
    add(new Verdict(1, 8, counts, true, "this kind has none"));
    add(new RunFinished("stopped", "no-progress", 10, "1 of 2", "nothing is left", counts));
  }

  private static PerformanceTerms.Measure measure(String name, long target) {
    String what = "api GET /" + (name.equals("read") ? "items/{id}" : "never/{id}");
    return new PerformanceTerms.Measure(
        name, PerformanceTerms.Source.GATEWAY, what, 95, target, false);
  }

  private static Inventory.Test test(String name) {
    return new Inventory.Test(name, name, "p1", null, "T.java", "c");
  }

  private static Proof proof(String test, Proof.State state, String why, Outcome outcome) {
    Proof.Part wire = new Proof.Part(3, "wire", state, why, List.of(6L));
    return new Proof("e2e", test, 1, "wire", List.of(wire), outcome);
  }

  private static TestKey key(String test) {
    return new TestKey("e2e", test, 1, Mode.VERDICT);
  }

  private static Attempt attempt(String test) {
    return new Attempt(
        key(test),
        1,
        "t",
        Attempt.Status.PASSED,
        List.of(),
        List.of(),
        null,
        0,
        1,
        START,
        START,
        20,
        null,
        null,
        null);
  }

  static Exchange exchange(long id, String test, String path, Exchange.@Nullable Socket socket) {
    Exchange.Body none = new Exchange.Body(0, "", null);
    return new Exchange(
        id,
        key(test),
        Phase.CALL,
        "api",
        null,
        null,
        socket == null ? Exchange.Kind.HTTP : Exchange.Kind.SOCKET,
        null,
        null,
        null,
        0,
        "GET",
        path,
        200,
        true,
        null,
        none,
        none,
        List.of(),
        START.plusMillis(5),
        0,
        0,
        4_000,
        socket);
  }

  static Exchange.Socket socket(Frame... frames) {
    return new Exchange.Socket(1, 1, List.of(frames), 1000, null, "client");
  }

  static Frame frame(String direction, String type, long atMicros) {
    return new Frame(direction, "text", 1, "", type, atMicros);
  }

  private void add(Entry entry) {
    long n = lines.size() + 1L;
    lines.add(
        new Line(
            n, START.plusMillis(n), n, 1, EntryKind.of(entry), "", entry, List.of(), "", "h" + n));
  }
}
