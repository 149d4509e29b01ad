package ai.netra.loop.record;

import org.jspecify.annotations.Nullable;

/**
 * The end of a spawned process. CPU time and peak memory are null where the system did not tell.
 * {@code outputSha256} names the artifact that holds its output.
 */
public record Exited(
    String role,
    String name,
    long pid,
    int status,
    @Nullable Long cpuMillis,
    @Nullable Long peakBytes,
    @Nullable String outputSha256)
    implements Entry {

  /** The same end, with its output kept as this artifact; null where it was not kept. */
  public Exited withOutput(@Nullable String sha256) {
    return new Exited(role, name, pid, status, cpuMillis, peakBytes, sha256);
  }
}
