package ai.netra.loop.record;

import java.util.List;

/**
 * A tree that a fixer made and nobody has committed.
 *
 * @param n the attempt that made it
 * @param base the tree that it was made from; never the same as {@code tree}
 * @param files the files that differ
 * @param patch the difference, as {@code git apply} takes it
 */
public record Candidate(
    String cluster, int n, String fixer, String base, String tree, List<String> files, String patch)
    implements AboutFailure {

  public Candidate {
    files = List.copyOf(files);
    if (base.equals(tree)) {
      throw new IllegalArgumentException("candidate: must differ from its base, tree " + tree);
    }
  }
}
