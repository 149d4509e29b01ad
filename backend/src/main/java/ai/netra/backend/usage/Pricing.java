package ai.netra.backend.usage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this room needs of the catalogue; the room that knows both provides it. */
public interface Pricing {

  /** The version that is current. */
  String version();

  /** The day of a version's prices, ISO. */
  String pricesAsOf(String version);

  /**
   * Prices of these models in a version; one that is unknown there has none. Spans of one model and
   * tier never overlap.
   */
  List<PricedSpan> spans(String version, Set<Billed> models);

  /** A model as rows name it. */
  record Billed(String model, @Nullable String provider) {}
}
