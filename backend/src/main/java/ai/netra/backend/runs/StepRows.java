package ai.netra.backend.runs;

import ai.netra.backend.agents.FinishedStep;
import ai.netra.backend.agents.StepOutcome;
import ai.netra.backend.agents.StepOutcome.Done;
import ai.netra.backend.agents.StepOutcome.Failed;
import ai.netra.backend.agents.StepOutcome.Skipped;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.run.AgentReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The finished steps of runs: each is stored before the next one starts. */
final class StepRows {

  private StepRows() {}

  static void insert(JdbcClient sql, long run, FinishedStep step, Instant finishedAt) {
    Columns columns = Columns.of(step.outcome());
    sql.sql(
            """
            insert into run_steps (run_key, step, agent, attempts, outcome, schema, result, summary,
              error_code, started_at, finished_at)
            values (:run, :step, :agent, :attempts, :outcome, :schema, :result, :summary,
              :code, :started, :finished)
            """)
        .param("run", run)
        .param("step", step.index())
        .param("agent", step.agent())
        .param("attempts", step.attempts())
        .param("outcome", columns.outcome())
        .param("schema", columns.schema())
        .param("result", columns.result())
        .param("summary", columns.summary())
        .param("code", columns.code())
        .param("started", finishedAt.minus(step.took()).toEpochMilli())
        .param("finished", finishedAt.toEpochMilli())
        .update();
  }

  static List<FinishedStep> of(JdbcClient sql, long run) {
    return sql.sql("select * from run_steps where run_key = :run order by step")
        .param("run", run)
        .query(StepRows::step)
        .list();
  }

  /** How each step ended, as runs show it. */
  static List<AgentReport> reports(List<FinishedStep> steps) {
    return steps.stream()
        .map(step -> new AgentReport(step.agent(), status(step.outcome()), step.took().toMillis()))
        .toList();
  }

  static String status(StepOutcome outcome) {
    return switch (outcome) {
      case Done _ -> "completed";
      case Skipped _ -> "skipped";
      case Failed _ -> "failed";
    };
  }

  private static FinishedStep step(ResultSet row, int number) throws SQLException {
    return new FinishedStep(
        row.getInt("step"),
        row.getString("agent"),
        row.getInt("attempts"),
        outcome(row),
        Duration.ofMillis(row.getLong("finished_at") - row.getLong("started_at")));
  }

  private static StepOutcome outcome(ResultSet row) throws SQLException {
    String summary = row.getString("summary");
    return switch (row.getString("outcome")) {
      case "done" -> new Done(row.getString("result"), row.getInt("schema"), summary);
      case "skipped" -> new Skipped(summary);
      case "failed" -> new Failed(ErrorCode.valueOf(row.getString("error_code")), summary);
      case String other -> throw new IllegalStateException("run_steps.outcome: " + other);
    };
  }

  private record Columns(
      String outcome, int schema, @Nullable String result, String summary, @Nullable String code) {

    static Columns of(StepOutcome outcome) {
      return switch (outcome) {
        case Done done -> new Columns("done", done.schema(), done.result(), done.summary(), null);
        case Skipped skipped -> new Columns("skipped", 0, null, skipped.reason(), null);
        case Failed failed ->
            new Columns("failed", 0, null, failed.message(), failed.code().name());
      };
    }
  }
}
