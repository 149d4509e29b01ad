package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.usage.UsageQueries.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the cube of a scope, and what the user's rows say of bills, quality and latency. */
final class SceneReader {

  private final Cubes cubes;
  private final Catalogue catalogue;
  private final Instant asOf;

  /**
   * @param asOf the prices of this instant hold from now on
   */
  SceneReader(Cubes cubes, Catalogue catalogue, Instant asOf) {
    this.cubes = cubes;
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  Scene read(Scope scope, Constraints constraints, Assumptions assumptions)
      throws InterruptedException {
    Cubes.Read read = cubes.read(scope, catalogue);
    List<Cell> cells = read.cells();
    BilledFactors factors = BilledFactors.of(catalogue, read.billing());
    Evidence evidence = new Evidence(catalogue, read.observed());
    UnitPrices prices = new UnitPrices(catalogue, asOf, factors.byModel());
    Ground ground =
        new Ground(
            prices, evidence, constraints, assumptions, scope.window().days(), OptionalInt.empty());
    return new Scene(
        new Cube(parts(cells, prices)),
        ground,
        unpriced(cells, prices),
        cells.stream().mapToLong(cell -> cell.volume().rows()).sum(),
        factors.warnings());
  }

  private List<Part> parts(List<Cell> cells, UnitPrices prices) {
    List<Part> parts = new ArrayList<>();
    for (Cell cell : cells) {
      model(cell, prices)
          .ifPresent(
              model ->
                  parts.add(new Part(cell, model, cell.tier(), false, Amounts.of(cell.volume()))));
    }
    return parts;
  }

  private Optional<String> model(Cell cell, UnitPrices prices) {
    return catalogue
        .resolve(cell.model(), cell.provider())
        .filter(model -> prices.known(model, cell.tier(), cell.contextFrom()));
  }

  private BigDecimal unpriced(List<Cell> cells, UnitPrices prices) {
    long all = cells.stream().mapToLong(SceneReader::tokens).sum();
    long without =
        cells.stream()
            .filter(cell -> model(cell, prices).isEmpty())
            .mapToLong(SceneReader::tokens)
            .sum();
    return Ratios.of(without, all);
  }

  private static long tokens(Cell cell) {
    return cell.volume().input() + cell.volume().output();
  }
}
