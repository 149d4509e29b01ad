package ai.netra.backend.service;

import ai.netra.contract.config.Configuration;
import java.time.Duration;
import java.util.Locale;

/** The limits that hold: {@code NETRA_BACKEND_LIMITS_} and the name in upper case. */
public record Limits(
    int maxFrameBytes,
    int maxMessageBytes,
    int maxMessageChars,
    int maxSockets,
    int maxConcurrentRuns,
    int maxQueuedRuns,
    int maxWaitingMessages,
    int outboundFrames,
    int outboundBytes,
    int runTimeoutSeconds,
    int stepTimeoutSeconds,
    int heartbeatIntervalSeconds,
    int idleTimeoutSeconds,
    int progressIntervalSeconds,
    int maxBadFrames,
    int maxRateRefusals,
    int handshakesPerMinute,
    int badTokensPerMinute,
    int pingsPerSecond,
    int replayWindowHours,
    int replayWindowFrames,
    int anonymousRequestsPerMinute,
    int maxBodyBytes,
    int requestTimeoutSeconds,
    int tokenSkewSeconds) {

  /** Reads all of them from checked settings. */
  public static Limits of(Configuration configuration) {
    return new Limits(
        number(configuration, "max_frame_bytes"),
        number(configuration, "max_message_bytes"),
        number(configuration, "max_message_chars"),
        number(configuration, "max_sockets"),
        number(configuration, "max_concurrent_runs"),
        number(configuration, "max_queued_runs"),
        number(configuration, "max_waiting_messages"),
        number(configuration, "outbound_frames"),
        number(configuration, "outbound_bytes"),
        number(configuration, "run_timeout_seconds"),
        number(configuration, "step_timeout_seconds"),
        number(configuration, "heartbeat_interval_seconds"),
        number(configuration, "idle_timeout_seconds"),
        number(configuration, "progress_interval_seconds"),
        number(configuration, "max_bad_frames"),
        number(configuration, "max_rate_refusals"),
        number(configuration, "handshakes_per_minute"),
        number(configuration, "bad_tokens_per_minute"),
        number(configuration, "pings_per_second"),
        number(configuration, "replay_window_hours"),
        number(configuration, "replay_window_frames"),
        number(configuration, "anonymous_requests_per_minute"),
        number(configuration, "max_body_bytes"),
        number(configuration, "request_timeout_seconds"),
        number(configuration, "token_skew_seconds"));
  }

  public Duration requestTimeout() {
    return Duration.ofSeconds(requestTimeoutSeconds);
  }

  public Duration tokenSkew() {
    return Duration.ofSeconds(tokenSkewSeconds);
  }

  private static int number(Configuration configuration, String name) {
    return Math.toIntExact(
        configuration.number("NETRA_BACKEND_LIMITS_" + name.toUpperCase(Locale.ROOT)));
  }
}
