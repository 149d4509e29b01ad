package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.PriceRow;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageQueries.Billing;
import ai.netra.backend.usage.UsageQueries.Cell;
import ai.netra.backend.usage.UsageQueries.Observed;
import ai.netra.backend.usage.UsageWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what strategies compute from, and keeps it: the rows of a snapshot never change, so their
 * groups do not either. A cell holds the repeats of every lifetime, so one read answers for all.
 * Safe for many threads; two that read the same at once both query.
 */
final class Cubes {

  /** Kept of a user. */
  static final int MOST_OF_A_USER = 20;

  private static final int MOST = 1_000;

  /** What is larger is read again each time. */
  private static final int MOST_CELLS = 20_000;

  /** The rows, and the catalogue whose prices and names they are grouped by. */
  private record Key(DatasetAt dataset, UsageWindow window, Filters filters, String catalogue) {}

  /** What was read of them. */
  record Read(List<Cell> cells, List<Billing> billing, List<Observed> observed) {

    Read {
      cells = List.copyOf(cells);
      billing = List.copyOf(billing);
      observed = List.copyOf(observed);
    }
  }

  /** Those used last come last. Guarded by this. */
  private final Map<Key, Read> kept = new LinkedHashMap<>(16, 0.75f, true);

  Read read(Scope scope, Catalogue catalogue) throws InterruptedException {
    Key key = new Key(scope.dataset(), scope.window(), scope.filters(), catalogue.version());
    Optional<Read> before = find(key);
    if (before.isPresent()) {
      return before.get();
    }
    UsageQueries queries = scope.queries();
    Read read =
        new Read(
            queries.cube(scope.rows(), cuts(catalogue)),
            queries.billing(scope.rows()),
            queries.observed(scope.rows()));
    if (read.cells().size() <= MOST_CELLS) {
      keep(key, read);
    }
    return read;
  }

  private static List<Long> cuts(Catalogue catalogue) {
    return catalogue.prices().stream().map(PriceRow::contextFrom).distinct().sorted().toList();
  }

  private synchronized Optional<Read> find(Key key) {
    return Optional.ofNullable(kept.get(key));
  }

  private synchronized void keep(Key key, Read read) {
    kept.put(key, read);
    List<Key> own = new ArrayList<>(kept.keySet());
    own.removeIf(other -> !other.dataset().user().equals(key.dataset().user()));
    if (own.size() > MOST_OF_A_USER) {
      kept.remove(own.getFirst());
    }
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
