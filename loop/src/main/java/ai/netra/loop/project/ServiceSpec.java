package ai.netra.loop.project;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service as declared in {@code services.<name>}.
 *
 * @param at target name to the public URL at which the service is held there
 * @param start null where the target does not start it itself
 * @param ports port name to number, 0 for a free one
 * @param secrets variable to source
 */
public record ServiceSpec(
    String name,
    @Nullable BuildSpec build,
    String artifact,
    Map<String, URI> at,
    @Nullable StartSpec start,
    List<String> needs,
    Map<String, Integer> ports,
    Map<String, String> env,
    Map<String, SecretSpec> secrets,
    ReadySpec ready,
    LogSpec logs,
    List<StateSpec> state) {

  /** How the artifact is made; the build sees {@code inputs} and nothing else. */
  public record BuildSpec(
      String command, List<String> inputs, Duration timeout, Map<String, String> env) {}

  /** The command of the service's own process group, and how long TERM has before KILL. */
  public record StartSpec(String command, String directory, Duration stop) {}

  /**
   * Where a secret comes from ({@code env:X}, {@code file:X}, {@code command:X}, {@code
   * generated:N}).
   */
  public record SecretSpec(String from, int bytes) {}

  /**
   * When the service counts as ready; {@code revision} is the JSON pointer or {@code header:X} of
   * its build.
   */
  public record ReadySpec(
      String http, int status, Duration within, Duration steady, @Nullable String revision) {}

  /** After a successful write ({@code after}) this must be read with this status. */
  public record StateSpec(String after, String read, int expect) {}

  /**
   * How the service logs; with {@code receipts} a JSON line a request. {@code fields} maps foreign
   * names.
   */
  public record LogSpec(String from, String format, boolean receipts, Map<String, String> fields) {}
}
