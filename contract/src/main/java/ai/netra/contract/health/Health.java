package ai.netra.contract.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every health route. Times are ISO-8601 UTC with millis.
 *
 * @param status {@code healthy}, {@code degraded}, {@code unhealthy}, {@code starting} or {@code
 *     draining}
 * @param revision the build id baked into the artifact
 * @param phase the start-up phase
 * @param checks on readiness: each check with its status and latency
 * @param phases on start-up: each phase with its time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Health(
    String status,
    String service,
    String version,
    String revision,
    String environment,
    String phase,
    @JsonProperty("started_at") String startedAt,
    @JsonProperty("uptime_seconds") double uptimeSeconds,
    String timestamp,
    @Nullable Map<String, Check> checks,
    @Nullable List<PhaseTime> phases) {

  /** One check: {@code ok}, {@code failed} or {@code not_configured}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Check(
      String status,
      @JsonProperty("latency_ms") @Nullable Double latencyMillis,
      @JsonProperty("age_seconds") @Nullable Double ageSeconds) {}

  /** A start-up phase: {@code pending}, {@code running} or {@code done}, and how long it took. */
  public record PhaseTime(
      String name, String state, @JsonProperty("duration_ms") long durationMillis) {}
}
