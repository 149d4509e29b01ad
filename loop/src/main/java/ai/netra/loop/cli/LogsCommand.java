package ai.netra.loop.cli;

import ai.netra.loop.cli.UpState.UpService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netra logs}: what the services of {@code netra up} wrote. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Prints the logs of what 'netra up' started.")
final class LogsCommand implements Callable<Integer> {

  /** How long a follower rests between two looks. */
  private static final long PAUSE_MILLIS = 200;

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "One service alone.")
  private @Nullable String service;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until interrupted; with --json a line is an object.")
  private boolean follow;

  LogsCommand(Session session) {
    this.session = session;
  }

  /** A line of a log with the service that wrote it. */
  record LogLine(String service, String line) {}

  @Override
  public Integer call() throws InterruptedException {
    ProjectFiles files = new ProjectFiles(session, options);
    Optional<UpState> state = UpState.read(files.state(files.project()));
    if (state.isEmpty()) {
      throw new CommandFailure(ExitCode.NO, "nothing is up; 'netra up' starts it");
    }
    List<LogReader> readers = readers(chosen(state.get()));
    if (!follow) {
      printAll(readers);
      return ExitCode.OK.status();
    }
    while (true) {
      readers.forEach(reader -> reader.next().forEach(this::print));
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private List<UpService> chosen(UpState state) {
    if (service == null) {
      return state.services();
    }
    List<String> names = state.services().stream().map(UpService::name).toList();
    if (!names.contains(service)) {
      throw new CommandFailure(
          ExitCode.USAGE, "SERVICE: one of " + names + " is required, got '" + service + "'");
    }
    return state.services().stream().filter(one -> one.name().equals(service)).toList();
  }

  private static List<LogReader> readers(List<UpService> services) {
    List<LogReader> readers = new ArrayList<>();
    for (UpService one : services) {
      readers.add(new LogReader(one.name(), Path.of(one.log())));
      readers.add(new LogReader(one.name(), Path.of(one.errors())));
    }
    return readers;
  }

  private void printAll(List<LogReader> readers) {
    List<LogLine> lines = readers.stream().flatMap(reader -> reader.next().stream()).toList();
    if (options.json) {
      session.out().println(Json.line(lines));
    } else {
      lines.forEach(this::print);
    }
  }

  private void print(LogLine line) {
    if (options.json) {
      session.out().println(Json.line(line));
      return;
    }
    session.out().println(service == null ? line.service() + " | " + line.line() : line.line());
  }
}
