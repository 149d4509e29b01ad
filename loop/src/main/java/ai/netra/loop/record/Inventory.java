package ai.netra.loop.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frozen inventory of a suite: D discovered, E excluded, N = D − E tests. */
public record Inventory(
    String suite, int discovered, List<Excluded> excluded, List<Test> tests, String sha256)
    implements Entry {

  /**
   * A test: {@code closure} is the SHA-256 of the sources it reaches inside the suite's paths,
   * {@code claim} the display name.
   */
  public record Test(
      String id,
      String claim,
      @Nullable String priority,
      @Nullable String area,
      String source,
      String closure) {}

  /** A test taken out of N in the open: why, and the day after which the exclusion is void. */
  public record Excluded(String id, String reason, String until) {}
}
