package ai.netra.backend.edge;

import ai.netra.backend.service.ServiceFacts;
import ai.netra.contract.config.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers that every answer has, from every layer. */
final class StandardHeaders {

  private static final String EXPOSED =
      "X-Request-ID, X-Trace-Id, X-Netra-Revision, X-RateLimit-Limit, X-RateLimit-Remaining,"
          + " X-RateLimit-Reset, Retry-After, Location, Idempotency-Replayed";

  private final Map<String, String> constant = new LinkedHashMap<>();
  private final List<String> origins;

  StandardHeaders(ServiceFacts facts, List<String> origins) {
    this.origins = List.copyOf(origins);
    constant.put("X-Netra-Revision", facts.build().revision());
    constant.put("X-Content-Type-Options", "nosniff");
    constant.put("X-Frame-Options", "DENY");
    constant.put("Referrer-Policy", "strict-origin-when-cross-origin");
    constant.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    constant.put("Cross-Origin-Opener-Policy", "same-origin");
    constant.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    constant.put("Vary", "Origin");
    if ("https".equals(facts.url().getScheme())) {
      boolean production = facts.environment() == Environment.PRODUCTION;
      constant.put("Strict-Transport-Security", "max-age=" + (production ? 31_536_000 : 86_400));
    }
  }

  boolean allows(String origin) {
    return origins.contains(origin);
  }

  /** Hands each header to whoever writes the answer. */
  void each(
      String path,
      @Nullable String origin,
      String traceId,
      String requestId,
      BiConsumer<String, String> header) {
    constant.forEach(header);
    header.accept("X-Trace-Id", traceId);
    header.accept("X-Request-ID", requestId);
    if (path.startsWith("/api")) {
      header.accept("Cache-Control", "no-store");
    }
    if (origin != null && allows(origin)) {
      header.accept("Access-Control-Allow-Origin", origin);
      header.accept("Access-Control-Expose-Headers", EXPOSED);
    }
  }
}
