package ai.netra.loop.report;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.Report.TestReport;
import ai.netra.loop.report.RunLines.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each test asked the services and when, in the full run that its report shows. */
final class TimelineSection {

  private static final List<String> COLUMNS =
      List.of("when", "phase", "service", "request", "answer", "bytes", "frames");

  private final RunLines run;
  private final Map<String, Found<Attempt>> attempts = new HashMap<>();

  private TimelineSection(RunLines run) {
    this.run = run;
    for (Found<Attempt> found : run.attempts(Mode.VERDICT)) {
      var key = found.entry().key();
      attempts.put(name(key.suite(), key.test(), found.entry().run()), found);
    }
  }

  static Section of(RunLines run) {
    List<Block> tables = new TimelineSection(run).tables();
    return tables.isEmpty()
        ? Section.empty("timeline", "Exchanges of each test", "no test has an attempt on record")
        : new Section("timeline", "Exchanges of each test", "", tables);
  }

  private static String name(String suite, String test, int run) {
    return run + "\0" + suite + "\0" + test;
  }

  private List<Block> tables() {
    List<Block> tables = new ArrayList<>();
    for (TestReport test : run.report().results()) {
      Found<Attempt> attempt = attempts.get(name(test.suite(), test.test(), test.run()));
      if (attempt != null) {
        tables.add(table(test, attempt));
      }
    }
    return tables;
  }

  private Table table(TestReport test, Found<Attempt> attempt) {
    List<Found<Exchange>> exchanges =
        run.exchanges(attempt.entry().key()).stream()
            .sorted(Comparator.comparing(it -> it.entry().started()))
            .toList();
    String title =
        "%s: %s in %d ms (full run %d, line %d)"
            .formatted(
                test.claim(),
                test.outcome(),
                attempt.entry().durationMillis(),
                test.run(),
                attempt.n());
    List<Row> rows = exchanges.stream().map(it -> row(attempt.entry(), it)).toList();
    return new Table(title, true, COLUMNS, rows);
  }

  private static Row row(Attempt attempt, Found<Exchange> found) {
    Exchange it = found.entry();
    long from = micros(Duration.between(attempt.started(), it.started()));
    long whole = Math.max(1, Math.multiplyExact(attempt.durationMillis(), 1_000L));
    return new Row(
        List.of(
            new Value.Span(from, from + it.totalMicros(), whole),
            Value.words(it.phase() == null ? "" : it.phase().name().toLowerCase(Locale.ROOT)),
            Value.words(it.service()),
            Value.words(it.method() + " " + it.path()),
            Value.words(answer(it)),
            Value.words(it.request().bytes() + " / " + it.response().bytes()),
            Value.words(frames(it))),
        List.of(found.n()));
  }

  private static long micros(Duration duration) {
    return Math.max(0, duration.toNanos() / 1_000);
  }

  private static String answer(Exchange it) {
    String status = it.status() == null ? "no whole answer" : it.status().toString();
    return it.fault() == null ? status : status + " (" + it.fault() + ")";
  }

  private static String frames(Exchange it) {
    Exchange.Socket socket = it.socket();
    if (socket == null) {
      return "";
    }
    String closed = socket.closeCode() == null ? "" : ", closed " + socket.closeCode();
    return socket.framesIn() + " in, " + socket.framesOut() + " out" + closed;
  }
}
