package ai.netra.loop.cli;

import ai.netra.loop.faults.Catalogue.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netra faults list}: what can be brought back. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the faults.")
final class FaultsListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  FaultsListCommand(Session session) {
    this.session = session;
  }

  /** A fault as it is listed. */
  private record Listed(String id, String title, String kind, @Nullable String needs) {

    static Listed of(Fault fault) {
      return new Listed(
          fault.spec().id(), fault.spec().title(), fault.spec().kind(), fault.spec().needs());
    }
  }

  @Override
  public Integer call() {
    var project = new ProjectFiles(session, options).project();
    List<Fault> faults = FaultCatalogue.of(project).catalogue().faults();
    if (options.json) {
      session.out().println(Json.line(faults.stream().map(Listed::of).toList()));
    } else {
      faults.forEach(this::tell);
    }
    return ExitCode.OK.status();
  }

  private void tell(Fault fault) {
    String variants = fault.spec().variants().isEmpty() ? "" : "  (also " + names(fault) + ")";
    session
        .out()
        .println(
            "%-4s %-8s %s%s"
                .formatted(fault.spec().id(), fault.spec().kind(), fault.spec().title(), variants));
  }

  private static String names(Fault fault) {
    return String.join(", ", fault.spec().variants().keySet().stream().sorted().toList());
  }
}
