package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code duplicate_scan}: Q10, requests that a cache would answer, by its lifetime. */
final class DuplicateScan {

  static final String NAME = "duplicate_scan";

  private DuplicateScan() {}

  /** What a cache of a lifetime would answer, counted in windows aligned to it. */
  record Repeats(int ttlSeconds, BigDecimal requests, BigDecimal spend) {}

  /**
   * Counts repeats.
   *
   * @param lifetimes some of {@link ResponseCache#LIFETIMES}, the longest last
   */
  static Work.Reply<List<Repeats>> reply(
      AdviceScope advice, List<Integer> lifetimes, FactBook book, @Nullable String call) {
    List<Repeats> all = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (int seconds : lifetimes) {
      int index = ResponseCache.LIFETIMES.indexOf(seconds);
      Cube repeats = ResponseCache.repeats(advice.scene().cube(), index, Level.EXPECTED);
      Repeats found = new Repeats(seconds, repeats.rows(), repeats.cost(advice.ground().prices()));
      FactSource source = advice.source("Q10", Map.of("ttl_seconds", seconds), call);
      String place = "[ttl_seconds=" + seconds + "]";
      facts.add(
          book.add(
              "repeats" + place, new Quantity.Count(found.requests().longValueExact()), source));
      facts.add(book.add("repeat_spend" + place, new Quantity.Money(found.spend()), source));
      all.add(found);
    }
    String summary =
        "%s requests repeat an equal one within %d s"
            .formatted(
                new Quantity.Count(all.getLast().requests().longValueExact()).render(),
                all.getLast().ttlSeconds());
    return new Work.Reply<>(all, summary, facts, advice.scene().rows());
  }
}
