package ai.netra.loop.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netra status}: what {@code netra up} started, and whether it lives. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows what 'netra up' started; 1 unless every service lives.")
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  StatusCommand(Session session) {
    this.session = session;
  }

  /** One line of the answer. */
  record ServiceStatus(String name, String state, String url, long pid, String build) {}

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Optional<UpState> state = UpState.read(files.state(files.project()));
    List<ServiceStatus> services =
        state.map(UpState::services).orElse(List.of()).stream().map(StatusCommand::of).toList();
    if (options.json) {
      session.out().println(Json.line(services));
    } else {
      print(services);
    }
    return (state.isPresent() && state.get().isAlive() ? ExitCode.OK : ExitCode.NO).status();
  }

  private static ServiceStatus of(UpState.UpService service) {
    return new ServiceStatus(
        service.name(),
        service.isAlive() ? "running" : "ended",
        service.url(),
        service.pid(),
        service.build());
  }

  private void print(List<ServiceStatus> services) {
    if (services.isEmpty()) {
      session.out().println("nothing is up; 'netra up' starts it");
    }
    for (ServiceStatus service : services) {
      session
          .out()
          .printf(
              "%-12s %-8s %s  process %d, build %s%n",
              service.name(), service.state(), service.url(), service.pid(), service.build());
    }
  }
}
