package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.contract.list.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as they are stored, in the order of time, by pages. */
final class Records {

  private final Usage usage;
  private final Pricing pricing;

  Records(Usage usage, Pricing pricing) {
    this.usage = usage;
    this.pricing = pricing;
  }

  Page<Map<String, @Nullable Object>> page(
      UserKey user, UsageQuestion question, long[] after, int limit) throws InterruptedException {
    DatasetAt at = usage.now(user, question.dataset());
    try (UsageQueries queries = usage.open(at, pricing.version())) {
      List<UsageRow> rows = queries.records(question.rows(), after, limit + 1);
      return Page.of(rows, limit, (UsageRow row) -> KeyToken.of(row.at(), row.high(), row.low()))
          .map(UsageRow::fields);
    }
  }
}
