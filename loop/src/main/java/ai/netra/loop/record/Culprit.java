package ai.netra.loop.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change that brought a failure in.
 *
 * @param commits one where it was found, several where those between do not build
 * @param subject the first line of the (last) commit's message
 * @param probability of the posterior, 0 to 1
 * @param steps how many trees were tried
 * @param culprit how often it was red on the culprit, in alternation with
 * @param parent its parent
 * @param reason where none was found: why
 */
public record Culprit(
    String cluster,
    Found found,
    List<String> commits,
    @Nullable String subject,
    double probability,
    int steps,
    Blame.Rate culprit,
    Blame.Rate parent,
    @Nullable String reason)
    implements AboutFailure {

  /** What the search came to. */
  public enum Found {
    COMMIT,
    /** Several commits that cannot be told apart. */
    RANGE,
    /** No change since base: the failure was there before, or comes from the environment. */
    LATENT,
    UNKNOWN
  }

  public Culprit {
    commits = List.copyOf(commits);
  }
}
