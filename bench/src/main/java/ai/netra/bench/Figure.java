package ai.netra.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure: how many samples, median and 95th percentile in a unit, and the median of its
 * peer of the same run.
 */
record Figure(String name, String unit, Samples samples, @Nullable Peer peer) {

  /** What the figure is compared with. */
  record Peer(String name, Samples samples) {}

  /** A line of the table. */
  String line() {
    String own =
        String.format(
            Locale.ROOT,
            "%-48s n=%-5d p50 %9.2f  p95 %9.2f %s",
            name,
            samples.n(),
            samples.median(),
            samples.percentile(0.95),
            unit);
    if (peer == null) {
      return own;
    }
    double ratio = samples.median() / peer.samples().median();
    return own
        + String.format(
            Locale.ROOT, "   %s p50 %.2f, ratio %.2f", peer.name(), peer.samples().median(), ratio);
  }

  /** The same as a JSON object. */
  String json() {
    String own =
        String.format(
            Locale.ROOT,
            "{\"name\":\"%s\",\"unit\":\"%s\",\"n\":%d,\"p50\":%.3f,\"p95\":%.3f",
            name,
            unit,
            samples.n(),
            samples.median(),
            samples.percentile(0.95));
    if (peer == null) {
      return own + "}";
    }
    return own
        + String.format(
            Locale.ROOT,
            ",\"peer\":\"%s\",\"peer_p50\":%.3f,\"ratio\":%.3f}",
            peer.name(),
            peer.samples().median(),
            samples.median() / peer.samples().median());
  }
}
