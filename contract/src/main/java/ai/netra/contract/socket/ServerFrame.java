package ai.netra.contract.socket;

import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadView;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code data} of frames that are not stored and go to the asking socket, or to all. */
public sealed interface ServerFrame {

  /** The frame's {@code type}. */
  String type();

  /** {@code system_message} {@code connection_established}: the first frame of every socket. */
  record Welcome(
      String event,
      @JsonProperty("connection_ready") boolean connectionReady,
      @JsonProperty("connection_id") String connectionId,
      @JsonProperty("user_id") String userId,
      @JsonProperty("server_time") String serverTime,
      String revision,
      String environment,
      @JsonProperty("trace_id") String traceId,
      @JsonProperty("token_expires_at") String tokenExpiresAt,
      String cursor,
      boolean replaying,
      @JsonProperty("active_runs") List<ActiveRun> activeRuns,
      WelcomeConfig config)
      implements ServerFrame {
    @Override
    public String type() {
      return "system_message";
    }
  }

  /** The limits that hold for this user. */
  record WelcomeConfig(
      @JsonProperty("heartbeat_interval_seconds") int heartbeatIntervalSeconds,
      @JsonProperty("idle_timeout_seconds") int idleTimeoutSeconds,
      @JsonProperty("progress_interval_seconds") int progressIntervalSeconds,
      @JsonProperty("max_frame_bytes") int maxFrameBytes,
      @JsonProperty("max_message_chars") int maxMessageChars,
      @JsonProperty("max_sockets") int maxSockets,
      @JsonProperty("max_concurrent_runs") int maxConcurrentRuns,
      @JsonProperty("run_timeout_seconds") int runTimeoutSeconds,
      @JsonProperty("messages_per_minute") int messagesPerMinute) {}

  /** {@code system_message} {@code token_expiring}. */
  record TokenExpiring(
      String event,
      @JsonProperty("token_expires_at") String tokenExpiresAt,
      @JsonProperty("seconds_left") long secondsLeft)
      implements ServerFrame {
    @Override
    public String type() {
      return "system_message";
    }
  }

  /** {@code system_message} {@code token_renewed}. */
  record TokenRenewed(String event, @JsonProperty("token_expires_at") String tokenExpiresAt)
      implements ServerFrame {
    @Override
    public String type() {
      return "system_message";
    }
  }

  /** {@code ack}. */
  record Ack(
      @JsonProperty("received_type") @Nullable Object receivedType,
      String status,
      @JsonProperty("run_ids") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable List<String> runIds,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hint)
      implements ServerFrame {
    @Override
    public String type() {
      return "ack";
    }
  }

  /** {@code pong}. */
  record Pong(
      @JsonProperty("server_time") String serverTime,
      @JsonProperty("client_timestamp") @Nullable Object clientTimestamp)
      implements ServerFrame {
    @Override
    public String type() {
      return "pong";
    }
  }

  /** {@code resumed}: live begins after {@code cursor}. */
  record Resumed(
      int replayed,
      String cursor,
      boolean gap,
      @JsonProperty("missing_runs") List<String> missingRuns,
      @JsonProperty("active_runs") List<ActiveRun> activeRuns)
      implements ServerFrame {
    @Override
    public String type() {
      return "resumed";
    }
  }

  /** {@code agent_status}. */
  record AgentStatus(List<ActiveRun> runs) implements ServerFrame {
    @Override
    public String type() {
      return "agent_status";
    }
  }

  /** {@code server_shutdown}. */
  record ServerShutdown(
      String reason,
      @JsonProperty("drain_seconds") long drainSeconds,
      @JsonProperty("reconnect_after_ms") long reconnectAfterMillis)
      implements ServerFrame {
    @Override
    public String type() {
      return "server_shutdown";
    }
  }

  /** {@code thread_switched}: {@code messages} come oldest first. */
  record ThreadSwitched(
      ThreadView thread,
      @JsonProperty("from_thread_id") @Nullable String fromThreadId,
      List<MessageView> messages,
      @JsonProperty("has_more") boolean hasMore,
      @JsonProperty("next_page_token") @Nullable String nextPageToken,
      @JsonProperty("active_runs") List<ActiveRun> activeRuns)
      implements ServerFrame {
    @Override
    public String type() {
      return "thread_switched";
    }
  }

  /** {@code thread_list}. */
  record ThreadList(
      List<ThreadView> threads,
      @JsonProperty("has_more") boolean hasMore,
      @JsonProperty("next_page_token") @Nullable String nextPageToken)
      implements ServerFrame {
    @Override
    public String type() {
      return "thread_list";
    }
  }

  /** {@code thread_history}: {@code messages} come oldest first. */
  record ThreadHistory(
      @JsonProperty("thread_id") String threadId,
      List<MessageView> messages,
      @JsonProperty("has_more") boolean hasMore,
      @JsonProperty("next_page_token") @Nullable String nextPageToken)
      implements ServerFrame {
    @Override
    public String type() {
      return "thread_history";
    }
  }

  /** {@code user_typing}, for the user's other sockets. */
  record UserTyping(@JsonProperty("thread_id") String threadId, boolean active)
      implements ServerFrame {
    @Override
    public String type() {
      return "user_typing";
    }
  }
}
