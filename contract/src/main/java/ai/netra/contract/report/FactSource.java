package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a fact came to be: enough to compute it again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FactSource.FromRows.class, name = "from_rows"),
  @JsonSubTypes.Type(value = FactSource.FromCatalogue.class, name = "from_catalogue"),
  @JsonSubTypes.Type(value = FactSource.Derived.class, name = "derived"),
  @JsonSubTypes.Type(value = FactSource.FromUser.class, name = "from_user"),
  @JsonSubTypes.Type(value = FactSource.Assumed.class, name = "assumed")
})
public sealed interface FactSource {

  /**
   * A query over the rows of a data set at a watermark.
   *
   * @param query {@code Q1} to {@code Q14}
   * @param rows how many rows stand behind the fact
   * @param toolCallId the call that gave it
   */
  record FromRows(
      String query,
      Map<String, Object> parameters,
      long rows,
      long watermark,
      @JsonProperty("tool_call_id") @Nullable String toolCallId)
      implements FactSource {}

  /** A row of the catalogue. */
  record FromCatalogue(String version, String model, @JsonProperty("valid_from") String validFrom)
      implements FactSource {}

  /** Arithmetic over other facts, named by their ids in the formula. */
  record Derived(String formula, List<String> inputs) implements FactSource {}

  /** The user said so, in these words. */
  record FromUser(String words) implements FactSource {}

  /** A named assumption. */
  record Assumed(String name) implements FactSource {}
}
