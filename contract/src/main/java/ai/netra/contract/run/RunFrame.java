package ai.netra.contract.run;

import ai.netra.contract.report.GateVerdict;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code data} of the frames of a run; all but heartbeats are stored. */
public sealed interface RunFrame {

  /** The frame's {@code type}. */
  String type();

  /** {@code message_received}: always the first of a run. */
  record MessageReceived(
      String messageId,
      String content,
      String agentType,
      String state,
      int queuePosition,
      String traceId,
      boolean duplicate)
      implements RunFrame {
    @Override
    public String type() {
      return "message_received";
    }
  }

  /** {@code agent_started}: {@code message} names what was pinned. */
  record AgentStarted(
      String status,
      String agentType,
      String userId,
      String message,
      int totalSteps,
      Map<String, Object> metadata)
      implements RunFrame {
    @Override
    public String type() {
      return "agent_started";
    }
  }

  /** {@code agent_thinking}: 20 to 500 characters made from real inputs. */
  record AgentThinking(String reasoning, int stepNumber, int totalSteps, int progressPercentage)
      implements RunFrame {
    @Override
    public String type() {
      return "agent_thinking";
    }
  }

  /** {@code tool_executing}: secrets in {@code parameters} are redacted already. */
  record ToolExecuting(
      String toolCallId,
      String toolName,
      String operation,
      Map<String, Object> parameters,
      String status)
      implements RunFrame {
    @Override
    public String type() {
      return "tool_executing";
    }
  }

  /** {@code tool_completed}: {@code status} is completed, error or interrupted. */
  record ToolCompleted(
      String toolCallId,
      String toolName,
      String status,
      @JsonRawValue @Nullable String result,
      long rowsRead,
      long durationMs,
      boolean truncated,
      @Nullable String errorCode)
      implements RunFrame {
    @Override
    public String type() {
      return "tool_completed";
    }
  }

  /** {@code subagent_started}. */
  record SubagentStarted(String agentType, int stepNumber, int totalSteps, String reason)
      implements RunFrame {
    @Override
    public String type() {
      return "subagent_started";
    }
  }

  /** {@code subagent_completed}: {@code status} is completed, skipped, failed or cancelled. */
  record SubagentCompleted(
      String agentType,
      int stepNumber,
      String status,
      String summary,
      long durationMs,
      @Nullable String errorCode)
      implements RunFrame {
    @Override
    public String type() {
      return "subagent_completed";
    }
  }

  /** {@code progress_update}: {@code kind} is step, recovered or heartbeat. */
  record ProgressUpdate(
      String kind,
      String state,
      int stepNumber,
      int totalSteps,
      int progressPercentage,
      String message,
      int queuePosition)
      implements RunFrame {
    @Override
    public String type() {
      return "progress_update";
    }
  }

  /** {@code response_chunk}: {@code offset} counts Unicode code points. */
  record ResponseChunk(
      String messageId, int chunkIndex, int offset, String content, boolean isFinal)
      implements RunFrame {
    @Override
    public String type() {
      return "response_chunk";
    }
  }

  /** {@code agent_completed}. */
  record AgentCompleted(
      String status,
      String response,
      @JsonRawValue String result,
      @Nullable String reportId,
      String messageId,
      long durationMs,
      List<AgentReport> agents,
      RunUsage usage,
      String prose,
      String proseReason,
      @Nullable String model,
      @Nullable GateVerdict gate,
      boolean truncated,
      Map<String, Object> metadata)
      implements RunFrame {
    @Override
    public String type() {
      return "agent_completed";
    }
  }

  /** {@code agent_error}. */
  record AgentError(
      String status,
      String errorCode,
      String errorMessage,
      int stepNumber,
      boolean recoverable,
      @JsonRawValue @Nullable String partialResult,
      long durationMs,
      String traceId,
      Map<String, Object> metadata)
      implements RunFrame {
    @Override
    public String type() {
      return "agent_error";
    }
  }

  /** {@code agent_cancelled}: {@code by} is user, admin or system. */
  record AgentCancelled(
      String status,
      String by,
      @Nullable String reason,
      long durationMs,
      Map<String, Object> metadata)
      implements RunFrame {
    @Override
    public String type() {
      return "agent_cancelled";
    }
  }
}
