package ai.netra.contract.report;

/**
 * A number (or a text) that code computed, with its trace.
 *
 * @param id {@code f1}, {@code f2} … in order of creation within a run
 * @param value a number, or a text where the unit is {@code TEXT}
 */
public record Fact(
    String id, String name, Object value, Unit unit, Label label, FactSource source) {}
