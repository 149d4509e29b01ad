package ai.netra.contract.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan and its numbers; a number that is null is unlimited.
 *
 * @param shown whether it is on offer to everyone
 * @param tools rights of tools that the plan includes beyond a run
 */
public record Plan(
    String name,
    @JsonIgnore boolean shown,
    @Nullable Long creditsPerMonth,
    @Nullable Long threads,
    @Nullable Long usageRows,
    long uploadMebibytes,
    Rate requests,
    Rate messages,
    Rate runStarts,
    List<String> tools) {

  public Plan {
    tools = List.copyOf(tools);
  }

  /** A token bucket: its refill a minute, and its size. */
  public record Rate(int perMinute, int burst) {}
}
