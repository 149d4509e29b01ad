package ai.netra.contract.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a plain GET of the caller's stream answers, so that it ends.
 *
 * @param accept what to accept for the stream itself
 */
public record StreamOffer(
    String accept, String cursor, @JsonProperty("active_runs") List<ActiveRun> activeRuns) {}
