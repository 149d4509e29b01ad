package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.usage.UsageQueries.Cell;
import ai.netra.backend.usage.UsageQueries.Flags;
import ai.netra.backend.usage.UsageQueries.Volume;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** Scenes made by hand or by chance from a seed, without a database. */
final class Traffic {

  static final Instant AT = Instant.parse("2026-02-03T10:00:00Z");
  private static final int DAYS = 28;
  private static final List<String> MODELS =
      List.of("acme/premium", "acme/small", "bravo/large", "coral/open-70b", "delta/open-70b");
  private static final List<String> CLASSES =
      List.of("classification", "summarisation", "generation");

  private Traffic() {}

  static Scene scene(Catalogue catalogue, Constraints constraints, List<Cell> cells) {
    UnitPrices prices = new UnitPrices(catalogue, AT, Map.of());
    Ground ground =
        new Ground(
            prices,
            new Evidence(catalogue, List.of()),
            constraints,
            Assumptions.DEFAULTS,
            DAYS,
            OptionalInt.empty());
    List<Part> parts =
        cells.stream()
            .map(
                cell -> new Part(cell, cell.model(), cell.tier(), false, Amounts.of(cell.volume())))
            .toList();
    long rows = cells.stream().mapToLong(cell -> cell.volume().rows()).sum();
    return new Scene(new Cube(parts), ground, BigDecimal.ZERO, rows, List.of());
  }

  /** Cells of any model, class, urgency, repeat and waste. */
  static List<Cell> random(long seed) {
    Random random = new Random(seed);
    List<Cell> cells = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      cells.add(cell(random));
    }
    return cells;
  }

  private static Cell cell(Random random) {
    long rows = 1L + random.nextInt(20_000);
    long input = rows * (1L + random.nextInt(8_000));
    long cached = random.nextInt(3) == 0 ? input / 2 : 0;
    boolean cacheable = random.nextInt(4) > 0;
    boolean hashed = random.nextInt(4) > 0;
    int shortest = cacheable && hashed ? random.nextInt(4) : 0;
    int middle = shortest > 0 ? 3 : cacheable && hashed ? random.nextInt(4) : 0;
    int longest = middle > 0 ? 3 : cacheable && hashed ? random.nextInt(4) : 0;
    return new Cell(
        MODELS.get(random.nextInt(MODELS.size())),
        null,
        "standard",
        random.nextInt(5) == 0 ? null : "feature-" + random.nextInt(3),
        CLASSES.get(random.nextInt(CLASSES.size())),
        random.nextInt(3) == 0 ? null : random.nextBoolean() ? "background" : "interactive",
        0,
        new Flags(
            random.nextInt(4) == 0,
            cacheable,
            hashed,
            List.of(shortest, middle, longest),
            random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0),
        new Volume(rows, input, cached, 0, rows * (long) random.nextInt(900), 0, 9_000));
  }
}
