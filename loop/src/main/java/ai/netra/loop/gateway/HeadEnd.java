package ai.netra.loop.gateway;

/** Finds the empty line that ends a head; line feeds alone are taken for line ends too. */
final class HeadEnd {

  private HeadEnd() {}

  /** The length of the head with its empty line, 0 while it is not complete. */
  static int find(byte[] bytes, int from, int to, int seen) {
    for (int at = Math.max(from, from + seen - 3); at < to; at++) {
      if (bytes[at] == '\n' && isBlankAfter(bytes, at + 1, to)) {
        return at + (bytes[at + 1] == '\r' ? 3 : 2) - from;
      }
    }
    return 0;
  }

  private static boolean isBlankAfter(byte[] bytes, int at, int to) {
    if (at < to && bytes[at] == '\n') {
      return true;
    }
    return at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n';
  }
}
