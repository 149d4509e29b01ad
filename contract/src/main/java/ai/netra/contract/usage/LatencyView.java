package ai.netra.contract.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Latency of ok rows in milliseconds; percentiles by nearest rank, null below 20 rows. */
public record LatencyView(
    long n,
    @Nullable BigDecimal mean,
    @Nullable Long p50,
    @Nullable Long p90,
    @Nullable Long p95,
    @Nullable Long p99) {}
