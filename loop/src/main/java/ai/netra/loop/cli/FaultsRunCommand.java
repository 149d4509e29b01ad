package ai.netra.loop.cli;

import ai.netra.loop.faults.Catalogue;
import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.faults.Catalogue.Order;
import ai.netra.loop.faults.Catalogue.Place;
import ai.netra.loop.faults.Catalogue.Result;
import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.StateDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netra faults run}: brings faults back, one after the other, and scores the loop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Brings faults back in repositories of their own and scores what the loop does.")
final class FaultsRunCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "The faults to run.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "Runs every fault that this tree has no result of.")
  private boolean all;

  @Option(names = "--variant", paramLabel = "V", description = "The variant, or 'each' of them.")
  private @Nullable String variant;

  @Option(names = "--seed", paramLabel = "N", description = "Which benign commits come, and where.")
  private long seed = 1;

  @Option(
      names = "--fixers",
      paramLabel = "KIND",
      split = ",",
      description = "What may mend: revert, restore-config, agent, human.")
  private List<String> fixers = new ArrayList<>(List.of("revert", "restore-config", "human"));

  @Option(names = "--agent", paramLabel = "COMMAND", description = "The agent's command line.")
  private String agent = "";

  FaultsRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    FaultCatalogue catalogue = FaultCatalogue.of(project);
    List<Fault> chosen = dressed(catalogue.chosen(ids, all));
    Place place = place(project, files.state(project));
    FaultTotals totals = new FaultTotals(new ArrayList<>());
    for (Fault fault : chosen) {
      totals.results().add(run(catalogue.catalogue(), fault, place));
    }
    tell(totals);
    return (totals.allPassed() ? ExitCode.OK : ExitCode.NO).status();
  }

  private List<Fault> dressed(List<Fault> faults) {
    if (!"each".equals(variant)) {
      try {
        return faults.stream().map(fault -> fault.variant(variant)).toList();
      } catch (IllegalArgumentException e) {
        throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
      }
    }
    List<Fault> each = new ArrayList<>();
    for (Fault fault : faults) {
      each.add(fault);
      fault.spec().variants().keySet().stream().sorted().map(fault::variant).forEach(each::add);
    }
    return each;
  }

  private Place place(Project project, StateDirectory state) {
    List<String> netra = new ArrayList<>(Installation.command());
    netra.add(1, "-Dnetra.probe=" + ProbeJar.path());
    return new Place(
        project,
        Checkout.at(project.root(), state),
        state.root().resolve(Catalogue.FOLDER),
        netra,
        text -> session.err().println("  " + text));
  }

  private Result run(Catalogue catalogue, Fault fault, Place place) {
    session.err().println(fault.spec().id() + " " + fault.spec().title());
    try {
      Result result = catalogue.replay(new Order(fault, seed, fixers, agent, !all), place);
      session
          .err()
          .println(
              "  %s in %d s, the loop ended with %s%s"
                  .formatted(
                      result.passed() ? "PASSED" : "MISSED",
                      result.seconds(),
                      result.stop(),
                      result.misses().isEmpty()
                          ? ""
                          : "; not met: " + String.join(", ", result.misses())));
      return result;
    } catch (Catalogue.Refused e) {
      throw new CommandFailure(ExitCode.BLOCKED, String.valueOf(e.getMessage()));
    }
  }

  private void tell(FaultTotals totals) {
    if (options.json) {
      session.out().println(totals.json());
    } else {
      session.out().println(totals.sentence());
    }
  }
}
