package ai.netra.backend.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Q1 over some rows.
 *
 * @param spend what was billed where rows say so, else the list cost
 * @param billed the sum of what rows say was billed
 * @param list the sum at catalogue prices
 * @param unpricedRows rows with neither
 * @param first instant of the first row, null without rows
 */
public record Totals(
    long rows,
    long okRows,
    Tokens tokens,
    Usd spend,
    Usd billed,
    Usd list,
    long unpricedRows,
    long unpricedTokens,
    @Nullable Instant first,
    @Nullable Instant last) {}
