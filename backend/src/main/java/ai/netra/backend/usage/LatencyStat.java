package ai.netra.backend.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Q4: latency of ok rows that have one, in milliseconds. Percentiles are nearest rank and absent
 * below 20 rows; all is absent without rows.
 */
public record LatencyStat(
    long n,
    @Nullable BigDecimal mean,
    @Nullable Long max,
    @Nullable Long p50,
    @Nullable Long p90,
    @Nullable Long p95,
    @Nullable Long p99) {}
