package ai.netra.loop.demo;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The processes of an act. All that they write to standard error goes into the act's log. */
record Programs(Place place, Consumer<String> aside) {

  /** Longer than any of them takes on a busy machine. */
  private static final long LIMIT_MINUTES = 20;

  /** How a program ended, and what it wrote to standard output. */
  record Ended(int status, String out) {

    String lastLine() {
      return out.strip().lines().reduce("", (_, later) -> later);
    }
  }

  /** Runs a program in the checkout to its end. */
  Ended run(List<String> argv, Map<String, String> environment) {
    return ended(start(argv, environment));
  }

  /** Runs a command of this program on the project. */
  Ended netra(String... words) {
    return ended(startNetra(words));
  }

  /** A program that was started; what it writes to standard output stands in a file. */
  record Started(Process process, Path out) {}

  /** Starts a command of this program on the project; no key of the user's signs what it does. */
  Started startNetra(String... words) {
    List<String> argv = new ArrayList<>(place.netra());
    argv.addAll(List.of(words));
    argv.addAll(List.of("--state", place.state().toString()));
    return start(
        argv, Map.of("NETRA_SIGNING_KEY", place.folder().resolve("no-key.pem").toString()));
  }

  Started start(List<String> argv, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile(place.folder(), "out", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(argv)
              .directory(place.checkout().toFile())
              .redirectOutput(out.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      Thread.ofVirtual().start(() -> listen(process));
      return new Started(process, out);
    } catch (IOException e) {
      throw new WorkspaceFailure(argv.getFirst() + ": cannot be started: " + e.getMessage(), e);
    }
  }

  private void listen(Process process) {
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Files.writeString(
            place.log(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        aside.accept(line);
      }
    } catch (IOException e) {
      aside.accept("what it says is lost from here on: " + e.getMessage());
    }
  }

  Ended ended(Started started) {
    try {
      if (!started.process().waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        throw new WorkspaceFailure("a process did not end within " + LIMIT_MINUTES + " minutes");
      }
      return new Ended(started.process().exitValue(), Files.readString(started.out()));
    } catch (IOException e) {
      throw new WorkspaceFailure(started.out() + ": cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkspaceFailure("interrupted while a process ran", e);
    } finally {
      started.process().destroy();
    }
  }
}
