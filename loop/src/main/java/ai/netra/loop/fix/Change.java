package ai.netra.loop.fix;

/**
 * What a commit of the loop's says of itself, so that it is found again.
 *
 * @param fixer the kind of the fixer that made it
 */
record Change(String run, int round, String cluster, String fixer) {

  /** Begins the line that names the fixer. */
  static final String BY = "Netra-Change: ";

  String trailers() {
    return "Netra-Run: %s\n%s%s %d/%s\n".formatted(run, BY, fixer, round, cluster);
  }
}
