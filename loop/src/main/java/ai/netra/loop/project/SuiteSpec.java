package ai.netra.loop.project;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A suite as declared in {@code suites.<name>}.
 *
 * @param uses service to the variable in which a worker finds its address
 * @param proof the level that counts: {@code receipt} or {@code wire}
 */
public record SuiteSpec(
    String name,
    String kind,
    List<String> paths,
    List<String> support,
    Map<String, String> uses,
    Map<String, String> env,
    @Nullable String build,
    @Nullable String classpath,
    @Nullable String discover,
    @Nullable String run,
    @Nullable String report,
    List<String> assertions,
    String proof,
    int lanes,
    int jvms,
    Duration timeout,
    Duration silence,
    List<ExcludeSpec> exclude) {

  /**
   * Tests taken out of N in the open: {@code tests} is a pattern, {@code until} a day (ISO-8601).
   */
  public record ExcludeSpec(String tests, String reason, String until) {}
}
