package ai.netra.contract.report;

/**
 * Where a section's text renders a fact.
 *
 * @param fact its id
 * @param at Unicode code points before it in the section's text
 * @param length its code points
 */
public record RenderedFact(String fact, int at, int length) {}
