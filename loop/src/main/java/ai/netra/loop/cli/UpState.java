package ai.netra.loop.cli;

import ai.netra.loop.deploy.Deployers;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.workspace.Detached;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code netra up} left running: the file {@code up/up.json} of the state directory.
 *
 * @param services in the order of their start
 */
record UpState(String target, String tree, Instant since, List<UpService> services) {

  /**
   * One of them.
   *
   * @param port the one that it listens on itself
   * @param stopSeconds how long it has between TERM and KILL
   */
  record UpService(
      String name,
      String url,
      int port,
      String build,
      long pid,
      Instant birth,
      long stopSeconds,
      String log,
      String errors) {

    boolean isAlive() {
      return process().isAlive();
    }

    /** Whether it answers for its build on its own port. */
    private boolean answers(@Nullable ServiceSpec declared) {
      return declared != null && Deployers.answers(process(), declared.ready(), port, build);
    }

    void stop() {
      process().stop(Duration.ofSeconds(stopSeconds));
    }

    private Detached process() {
      return new Detached(pid, birth);
    }
  }

  /** Whether every service lives. */
  boolean isAlive() {
    return services.stream().allMatch(UpService::isAlive);
  }

  /** Whether every service answers for its build: a process that is just dying does not. */
  boolean answers(Project project) {
    return services.stream().allMatch(it -> it.answers(project.services().get(it.name())));
  }

  /** Stops what lives, last started first. */
  void stop() {
    services.reversed().forEach(UpService::stop);
  }

  static Optional<UpState> read(StateDirectory state) {
    Path file = file(state);
    try {
      return Files.exists(file)
          ? Optional.of(Json.mapper().readValue(Files.readString(file), UpState.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  void write(StateDirectory state) {
    Path file = file(state);
    try {
      Path draft = file.resolveSibling("up.json.new");
      Files.writeString(draft, Json.line(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  static void remove(StateDirectory state) {
    try {
      Files.deleteIfExists(file(state));
    } catch (IOException e) {
      throw new UncheckedIOException(file(state) + ": cannot be removed", e);
    }
  }

  private static Path file(StateDirectory state) {
    return state.up().resolve("up.json");
  }
}
