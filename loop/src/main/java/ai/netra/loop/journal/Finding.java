package ai.netra.loop.journal;

/**
 * Damage that was found: the number of the line it stands in or that rests on it, the kind of that
 * line as far as it can be read, and what differs.
 */
public record Finding(long n, String kind, String message) {

  @Override
  public String toString() {
    return "line " + n + " (" + kind + "): " + message;
  }
}
