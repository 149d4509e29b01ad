package ai.netra.loop.report;

import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.RunLines.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services as they were deployed: build, start time, memory, end; and the machine. */
final class ServiceSection {

  private ServiceSection() {}

  static Section of(RunLines run) {
    List<Row> rows =
        run.all(DeployAttested.class).stream()
            .filter(it -> it.entry().instance() == null)
            .map(it -> row(run, it))
            .toList();
    if (rows.isEmpty()) {
      return Section.empty("services", "Services and machine", "no service was attested");
    }
    return Section.of(
        "services",
        "Services and machine",
        new Table(
            "Attested",
            false,
            List.of(
                "service",
                "build",
                "digest",
                "attested by",
                "start to ready",
                "CPU",
                "peak memory",
                "end"),
            rows),
        new Figures(machine(run)));
  }

  private static Row row(RunLines run, Found<DeployAttested> found) {
    DeployAttested it = found.entry();
    Optional<Found<Exited>> end =
        run.all(Spawned.class).stream()
            .filter(one -> one.entry().pid() == it.pid() && one.n() < found.n())
            .reduce((_, later) -> later)
            .flatMap(one -> StepSections.end(run, one));
    List<Long> records = new ArrayList<>(List.of(found.n()));
    end.ifPresent(one -> records.add(one.n()));
    return new Row(
        List.of(
            Value.words(it.service()),
            Value.words(it.build()),
            Value.words(it.digest()),
            Value.words(it.level()),
            Value.millis(it.readyMillis()),
            end.map(one -> one.entry().cpuMillis()).map(Value::millis).orElse(Value.NONE),
            end.map(one -> one.entry().peakBytes()).map(Value::mebibytes).orElse(Value.NONE),
            Value.words(
                end.map(one -> "status " + one.entry().status()).orElse("no end on record"))),
        records);
  }

  private static List<Figure> machine(RunLines run) {
    List<Figure> figures = new ArrayList<>();
    for (Found<RunStarted> found : run.all(RunStarted.class)) {
      found
          .entry()
          .tools()
          .forEach((name, value) -> figures.add(Figure.of(name, value, found.n())));
    }
    return figures;
  }
}
