package ai.netra.contract.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A run, whole.
 *
 * @param response the answer in Markdown
 * @param result the report object or the agent's result, as JSON
 */
public record RunView(
    @JsonUnwrapped RunHead head,
    @Nullable String response,
    @JsonRawValue @Nullable String result) {}
