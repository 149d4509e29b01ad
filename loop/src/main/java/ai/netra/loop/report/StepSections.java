package ai.netra.loop.report;

import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.RunLines.Found;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was done, step by step, with the gates passed and the processes spawned. */
final class StepSections {

  private StepSections() {}

  static Section steps(RunLines run) {
    List<Row> rows =
        run.report().steps().stream()
            .map(
                it ->
                    new Row(
                        List.of(
                            Value.words(it.state()),
                            new Value.Amount(BigDecimal.valueOf(it.seconds()), "s"),
                            Value.words(it.reason())),
                        List.of(it.record())))
            .toList();
    return Section.of(
        "steps",
        "Steps and gates",
        new Table("Time by step", false, List.of("step", "time", "reason"), rows),
        new Table("Gates", false, List.of("gate", "state", "why"), gates(run)));
  }

  private static List<Row> gates(RunLines run) {
    List<Row> rows = new ArrayList<>();
    for (Found<DeployDone> found : run.all(DeployDone.class)) {
      rows.add(gate("deploy", found.entry().open(), found.entry().reason(), found.n()));
    }
    for (Found<Inventory> found : run.all(Inventory.class)) {
      int tests = found.entry().tests().size();
      String why = tests + " tests, sha256 " + found.entry().sha256();
      rows.add(gate("inventory " + found.entry().suite(), tests > 0, why, found.n()));
    }
    for (Found<Verdict> found : run.all(Verdict.class)) {
      Verdict it = found.entry();
      rows.add(gate("canaries of run " + it.run(), it.canariesRight(), it.canaries(), found.n()));
      String counted = it.counts().proved() + "/" + it.counts().inventory() + " proved";
      rows.add(gate("proofs of run " + it.run(), it.counts().allProved(), counted, found.n()));
    }
    return rows;
  }

  private static Row gate(String name, boolean open, String why, long record) {
    return new Row(
        List.of(Value.words(name), Value.words(open ? "open" : "closed"), Value.words(why)),
        List.of(record));
  }

  static Section commands(RunLines run) {
    List<Row> rows = run.all(Spawned.class).stream().map(it -> command(run, it)).toList();
    if (rows.isEmpty()) {
      return Section.empty("commands", "Commands", "the journal has no line of kind spawned");
    }
    return Section.of(
        "commands",
        "Commands",
        new Table(
            "As spawned",
            false,
            List.of("role", "name", "command", "time", "status", "CPU", "peak memory"),
            rows));
  }

  private static Row command(RunLines run, Found<Spawned> found) {
    Spawned it = found.entry();
    Optional<Found<Exited>> end = end(run, found);
    List<Long> records = new ArrayList<>(List.of(found.n()));
    end.ifPresent(one -> records.add(one.n()));
    return new Row(
        List.of(
            Value.words(it.role()),
            Value.words(it.name()),
            Value.words(String.join(" ", it.argv())),
            end.map(one -> Value.seconds(Duration.between(it.birth(), one.line().time())))
                .orElse(Value.words("no end on record")),
            end.map(one -> Value.count(one.entry().status())).orElse(Value.NONE),
            end.map(one -> one.entry().cpuMillis()).map(Value::millis).orElse(Value.NONE),
            end.map(one -> one.entry().peakBytes()).map(Value::mebibytes).orElse(Value.NONE)),
        records);
  }

  /** The first end of this process id after it was spawned. */
  static Optional<Found<Exited>> end(RunLines run, Found<Spawned> spawned) {
    return run.all(Exited.class).stream()
        .filter(it -> it.n() > spawned.n() && it.entry().pid() == spawned.entry().pid())
        .findFirst();
  }
}
