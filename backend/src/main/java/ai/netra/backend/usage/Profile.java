package ai.netra.backend.usage;

import java.util.List;

/**
 * What the rows of a window carry.
 *
 * @param days whole UTC days that have rows
 * @param priced rows with a known cost
 * @param latency rows with a latency
 * @param attributed rows with a feature or a class
 * @param featured rows with a feature
 * @param hashed rows with a prompt hash
 * @param customers rows with a customer
 * @param names the user's own names in the window
 */
public record Profile(
    long rows,
    int days,
    long priced,
    long latency,
    long attributed,
    long featured,
    long hashed,
    long customers,
    List<Name> names) {

  public Profile {
    names = List.copyOf(names);
  }

  /** A value that a dimension has in the rows. */
  public record Name(Dimension dimension, String value) {}
}
