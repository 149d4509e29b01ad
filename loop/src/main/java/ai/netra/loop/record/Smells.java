package ai.netra.loop.record;

import java.util.List;

/**
 * What the sources of a test say against it; a fatal one denies part 7.
 *
 * @param closure the hash of the sources that the test reaches
 * @param catalogue the hash of the rules: with the closure it decides the findings
 */
public record Smells(
    String suite, String test, String closure, String catalogue, List<Finding> findings)
    implements Entry {

  /** A finding: rule, file, line from 1, whether it is fatal, and the sentence for people. */
  public record Finding(String rule, String file, int line, boolean fatal, String message) {}
}
