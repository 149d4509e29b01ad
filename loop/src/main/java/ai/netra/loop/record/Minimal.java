package ai.netra.loop.record;

import java.util.List;

/**
 * The part of a culprit from which nothing can be left out: without these hunks the failures are
 * gone.
 *
 * @param hunks of the culprit's change
 * @param keys the keys of {@code netra.yaml} that they change, such as {@code
 *     services.backend.secrets.X}
 * @param tree the failed tree without these hunks, which was seen green
 * @param runs how many trees were tried
 * @param whole whether nothing smaller was looked for: the change is one hunk, or its parts do not
 *     stand alone
 */
public record Minimal(
    String cluster, List<Hunk> hunks, List<String> keys, String tree, int runs, boolean whole)
    implements AboutFailure {

  public Minimal {
    hunks = List.copyOf(hunks);
    keys = List.copyOf(keys);
  }
}
