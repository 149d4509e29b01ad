package ai.netra.backend.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rows of a billed model cost, in whole 10⁻¹² USD a token or request, within a span of time
 * and a range of input tokens.
 */
public record PricedSpan(
    String model,
    @Nullable String provider,
    String tier,
    Instant from,
    Instant to,
    long contextFrom,
    long contextTo,
    long input,
    long cachedInput,
    long cacheWrite,
    long output,
    long perRequest) {}
