package ai.netra.backend.usage;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.contract.list.Page;
import ai.netra.contract.usage.DatasetView;
import ai.netra.contract.usage.RowsDeleted;
import ai.netra.contract.usage.UsageSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Sums, rows and data sets over HTTP. */
@RestController
final class UsageController {

  private static final Pattern CONFIRMATION = Pattern.compile("DELETE");

  private final Usage usage;
  private final Summaries summaries;
  private final Pricing pricing;
  private final Datasets datasets;
  private final Imports imports;

  UsageController(
      Usage usage, Summaries summaries, Pricing pricing, Datasets datasets, Imports imports) {
    this.usage = usage;
    this.summaries = summaries;
    this.pricing = pricing;
    this.datasets = datasets;
    this.imports = imports;
  }

  @GetMapping("/api/usage/summary")
  UsageSummary summary(Caller caller, Query query) throws InterruptedException {
    UsageQuestion question = UsageQuestion.of(query.fields());
    query.fields().check();
    known(caller, question.dataset());
    return summaries.of(caller.user(), question);
  }

  @GetMapping("/api/usage/records")
  Page<Map<String, @Nullable Object>> records(Caller caller, Query query)
      throws InterruptedException {
    Fields fields = query.fields();
    UsageQuestion question = UsageQuestion.of(fields);
    if (fields.has("fact")) {
      fields.violation("run_id", "the run whose fact is asked for", "nothing");
    }
    fields.check();
    known(caller, question.dataset());
    DatasetAt now = usage.now(caller.user(), question.dataset());
    return usage.records(now, pricing.version(), question.rows(), fields);
  }

  /** The body wins over the query; without a span all rows go, which must be said in a word. */
  @DeleteMapping("/api/usage")
  RowsDeleted delete(Caller caller, Fields body, Query query) {
    Fields fields =
        body.has("dataset") || body.has("from") || body.has("to") ? body : query.fields();
    String dataset = UsageQuestion.dataset(fields);
    Instant from = UsageQuestion.instant(fields, "from");
    Instant to = UsageQuestion.instant(fields, "to");
    boolean named = fields.has("dataset") || from != null || to != null;
    String confirmation =
        body.optionalMatch("confirmation", CONFIRMATION, "DELETE, to delete all rows");
    if (!named && confirmation == null) {
      body.violation("confirmation", "DELETE, to delete all rows", "nothing");
    }
    body.check();
    fields.check();
    TimeSpan span =
        new TimeSpan(
            from == null ? TimeSpan.ALL.from() : from, to == null ? TimeSpan.ALL.to() : to);
    if (named) {
      known(caller, dataset);
      return new RowsDeleted(imports.deleteRows(caller.user(), dataset, span));
    }
    long rows = 0;
    for (DatasetView set : datasets.list(caller.user())) {
      rows += imports.deleteRows(caller.user(), set.name(), span);
    }
    return new RowsDeleted(rows);
  }

  @GetMapping("/api/usage/datasets")
  Page<DatasetView> datasets(Caller caller, Query query) {
    Fields fields = query.fields();
    int limit = (int) fields.integer("limit", 1, 100, 20);
    int from = (int) KeyToken.read(fields, 0)[0];
    fields.check();
    List<DatasetView> all = datasets.list(caller.user());
    List<DatasetView> rest = all.subList(Math.clamp(from, 0, all.size()), all.size());
    return Page.of(rest, limit, _ -> KeyToken.of(from + limit));
  }

  @GetMapping("/api/usage/datasets/{name}")
  DatasetView dataset(Caller caller, @PathVariable("name") String name) {
    return datasets.get(caller.user(), name);
  }

  private void known(Caller caller, String dataset) {
    if (!usage.exists(caller.user(), dataset)) {
      throw Datasets.unknown(dataset);
    }
  }
}
