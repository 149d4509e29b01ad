package ai.netra.loop.cli;

import ai.netra.loop.faults.Catalogue;
import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.project.Project;
import java.util.List;

/** The catalogue of the project that a command is about; its mistakes are the command's end. */
record FaultCatalogue(Catalogue catalogue) {

  static FaultCatalogue of(Project project) {
    try {
      return new FaultCatalogue(Catalogue.of(project.root()));
    } catch (Catalogue.Refused e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The faults that a command line names.
   *
   * @throws CommandFailure of {@link ExitCode#USAGE} where it names none, or one that is not there
   */
  List<Fault> chosen(List<String> ids, boolean all) {
    if (all == !ids.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, "either ids of faults or --all is required");
    }
    try {
      return all ? catalogue.faults() : catalogue.named(ids);
    } catch (Catalogue.Refused e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
