package ai.netra.loop.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the folder of a run. */
final class RunFolders {

  private static final String JOURNAL = "journal.jsonl";

  private final Session session;
  private final Options options;

  RunFolders(Session session, Options options) {
    this.session = session;
    this.options = options;
  }

  /**
   * The folder of a run by its path or id; the last run where none is named.
   *
   * @throws CommandFailure of {@link ExitCode#USAGE} when there is no such run
   */
  Path find(@Nullable String run) {
    if (run != null && isRun(session.folder().resolve(run))) {
      return session.folder().resolve(run).normalize();
    }
    ProjectFiles files = new ProjectFiles(session, options);
    Path runs = files.state(files.project()).runs();
    if (run != null && !isRun(runs.resolve(run))) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "RUN: a run's folder or the id of one in " + runs + ", got '" + run + "'");
    }
    return run == null ? last(runs) : runs.resolve(run);
  }

  /** Ids sort by the time of their start. */
  private static Path last(Path runs) {
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(RunFolders::isRun)
          .max(Comparator.comparing(it -> it.getFileName().toString()))
          .orElseThrow(
              () -> new CommandFailure(ExitCode.USAGE, "there is no run in " + runs + " yet"));
    } catch (IOException e) {
      throw new UncheckedIOException(runs + ": cannot be listed", e);
    }
  }

  private static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(JOURNAL));
  }
}
