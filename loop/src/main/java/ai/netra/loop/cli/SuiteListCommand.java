package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.round.Discovery;
import ai.netra.loop.suite.SuiteFailure;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netra suite list}: the tests as discovery finds them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Builds the suites and lists their tests.")
final class SuiteListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  SuiteListCommand(Session session) {
    this.session = session;
  }

  /** A test as it is listed. */
  private record Listed(
      String id,
      @Nullable String area,
      @Nullable String priority,
      String claim,
      String suite,
      String source,
      @Nullable String excluded) {}

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    Preflight.of(session, project).requireNoProblem();
    return switch (Workspace.open(project.root(), files.state(project), "loop", session.clock())) {
      case Opening.Taken taken ->
          throw new CommandFailure(
              ExitCode.BLOCKED, "a 'netra loop' is at work here: " + taken.owner());
      case Opening.Opened opened -> list(opened.workspace(), project);
    };
  }

  private int list(Workspace workspace, Project project) {
    Path folder = Folders.temporary(workspace.state().work(), "discovery");
    try (workspace) {
      List<Listed> tests =
          Discovery.of(new Settings(session, project, workspace).of("discovery", folder)).stream()
              .flatMap(it -> listed(it).stream())
              .toList();
      if (options.json) {
        session.out().println(Json.line(tests));
      } else {
        tests.forEach(this::tell);
        session.out().println(tests.size() + " tests");
      }
      return ExitCode.OK.status();
    } catch (SuiteFailure e) {
      throw new CommandFailure(ExitCode.NO, String.valueOf(e.getMessage()));
    } finally {
      Folders.delete(folder);
    }
  }

  private static List<Listed> listed(Inventory it) {
    List<Listed> listed = new ArrayList<>();
    it.tests()
        .forEach(
            test ->
                listed.add(
                    new Listed(
                        test.id(),
                        test.area(),
                        test.priority(),
                        test.claim(),
                        it.suite(),
                        test.source(),
                        null)));
    it.excluded()
        .forEach(
            one ->
                listed.add(
                    new Listed(one.id(), null, null, one.id(), it.suite(), "", one.reason())));
    return listed;
  }

  private void tell(Listed test) {
    String priority = test.priority() == null ? "--" : test.priority();
    String excluded = test.excluded() == null ? "" : "  (excluded: " + test.excluded() + ")";
    session
        .out()
        .println("%-3s %s  %s%s".formatted(priority, test.claim(), test.source(), excluded));
  }
}
