package ai.netra.backend.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that the catalogue knows.
 *
 * @param id provider and name, as {@code acme/premium}
 * @param canonicalWeights what other providers serve under other ids, or null
 * @param contextWindow tokens in and out; 0 where the catalogue does not say
 */
public record ModelEntry(
    String id,
    String provider,
    @Nullable String canonicalWeights,
    List<String> aliases,
    List<String> capabilities,
    long contextWindow,
    long maxOutput,
    String status) {

  public ModelEntry {
    aliases = List.copyOf(aliases);
    capabilities = List.copyOf(capabilities);
  }
}
