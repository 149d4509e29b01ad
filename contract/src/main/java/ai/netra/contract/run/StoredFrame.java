package ai.netra.contract.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a stored frame, the same on sockets, streams and over HTTP; what does not apply
 * is left out.
 *
 * @param timestamp when the event happened; a replay keeps it
 * @param data the frame's own fields, as JSON
 * @param cursor its opaque place in the user's stream
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredFrame(
    String type,
    String timestamp,
    @JsonRawValue String data,
    @Nullable String threadId,
    @Nullable String runId,
    @Nullable Long seq,
    String cursor,
    @Nullable String agentName,
    @Nullable String correlationId) {}
