package ai.netra.backend.agents;

import ai.netra.backend.usage.ErrorStat;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code error_stats}: Q5. */
final class ErrorTool {

  static final String NAME = "error_stats";
  static final int TOLD = 3;

  private ErrorTool() {}

  static Work.Reply<List<ErrorStat>> reply(Scope scope, FactBook book, @Nullable String call)
      throws InterruptedException {
    List<ErrorStat> errors = scope.queries().errors(scope.rows());
    long rows = errors.stream().mapToLong(ErrorStat::rows).sum();
    List<Fact> facts = new ArrayList<>();
    for (ErrorStat error : errors.subList(0, Math.min(TOLD, errors.size()))) {
      Map<String, Object> more =
          Map.of("status", error.status(), "error_code", error.code() == null ? "" : error.code());
      FactSource source = scope.source("Q5", more, error.rows(), call);
      facts.add(book.add(fact("errors", error), new Quantity.Count(error.rows()), source));
      facts.add(
          book.add(fact("error_spend", error), new Quantity.Money(error.spend().amount()), source));
    }
    String summary = new Quantity.Count(rows).render() + " requests of the window are not ok";
    return new Work.Reply<>(errors, summary, facts, rows);
  }

  /** The name of a fact about a kind of error. */
  static String fact(String name, ErrorStat error) {
    return "%s[%s=%s]".formatted(name, error.status(), error.code() == null ? "" : error.code());
  }
}
