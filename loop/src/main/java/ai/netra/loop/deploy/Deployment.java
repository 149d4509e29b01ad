package ai.netra.loop.deploy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Attested services, running. Only {@link Deployer} makes one. Closing it stops every process
 * group.
 */
public interface Deployment extends AutoCloseable {

  /** The running services, in the order of their start. */
  List<RunningService> services();

  /**
   * Calls back once for each service process that ends before {@link #close()}, from another
   * thread.
   */
  void onDeath(Consumer<RunningService> listener);

  /** The secrets of this deployment by name; never for a log or a journal. */
  Map<String, String> secrets();

  /** Lets the services outlive this process: from now on {@link #close()} stops nothing. */
  void detach();

  @Override
  void close();

  /** One attested service: its log is the file that its process writes. */
  record RunningService(
      String name,
      String build,
      String digest,
      long pid,
      Instant birth,
      int privatePort,
      String publicUrl,
      Path log) {}
}
