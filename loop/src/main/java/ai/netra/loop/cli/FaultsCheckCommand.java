package ai.netra.loop.cli;

import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.StateDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netra faults check}: whether the catalogue still fits the tree. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Compares patches and truths with the tree as it is now.")
final class FaultsCheckCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "The faults to check.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "Checks every fault.")
  private boolean all;

  FaultsCheckCommand(Session session) {
    this.session = session;
  }

  /** What a check comes to. */
  private record Checked(int faults, List<String> problems) {}

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    FaultCatalogue catalogue = FaultCatalogue.of(project);
    List<Fault> chosen = catalogue.chosen(ids, all);
    StateDirectory state = files.state(project);
    Checkout checkout = Checkout.at(project.root(), state);
    List<String> problems = catalogue.catalogue().problems(chosen, project, checkout, state.work());
    if (options.json) {
      session.out().println(Json.line(new Checked(chosen.size(), problems)));
    } else {
      problems.forEach(session.out()::println);
      session.out().println(chosen.size() + " faults, " + problems.size() + " problems");
    }
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.NO).status();
  }
}
