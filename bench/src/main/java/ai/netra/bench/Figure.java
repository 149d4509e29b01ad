package ai.netra.bench;

import org.jspecify.annotations.Nullable;

/**
 * A measured figure: samples in a unit, beside those of its peer in the same run.
 *
 * @param target what is to be reached, in words; null where nothing is promised
 */
record Figure(
    String name, String unit, Samples samples, @Nullable Beside peer, @Nullable String target) {

  /** What the figure is compared with. */
  record Beside(String name, Samples samples) {}

  static Figure of(String name, String unit, Samples samples) {
    return new Figure(name, unit, samples, null, null);
  }

  static Figure single(String name, String unit, double value) {
    return of(name, unit, Samples.of(value));
  }

  Figure beside(String peerName, Samples peerSamples) {
    return new Figure(name, unit, samples, new Beside(peerName, peerSamples), target);
  }

  Figure toReach(String words) {
    return new Figure(name, unit, samples, peer, words);
  }

  /** The median over the peer's median; null without a peer. */
  @Nullable Double ratio() {
    return peer == null ? null : samples.median() / peer.samples().median();
  }
}
