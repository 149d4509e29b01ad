package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.review.Review;
import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Change;
import ai.netra.loop.review.Review.Terms;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Git;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netra audit}: scores the tree as it stands, or what has come since a commit. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Scores the tree as it stands, or what has come since a commit.")
final class AuditCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(
      names = "--since",
      paramLabel = "REF",
      description = "Score what differs from this commit, instead of the whole tree.")
  private @Nullable String since;

  @Option(names = "--sarif", description = "Print the findings as SARIF 2.1.0.")
  private boolean sarif;

  AuditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<String> wrong = Review.rulesThatAreWrong();
    if (!wrong.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INTEGRITY, "rules are wrong about the seeds that they carry: " + wrong);
    }
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    Checkout checkout = Checkout.at(project.root(), files.state(project));
    Path folder = Folders.temporary(files.state(project).work(), "audit");
    try {
      return tell(audited(checkout, Terms.of(project, Cause.UNKNOWN, ""), folder), project);
    } finally {
      Folders.delete(folder);
    }
  }

  private Audited audited(Checkout checkout, Terms terms, Path folder) {
    Tree tree = checkout.tree();
    Path candidate = exported(checkout, tree, folder.resolve("candidate"));
    if (since == null) {
      return Review.tree(candidate, terms);
    }
    Tree then = tree(checkout, since);
    Path base = exported(checkout, then, folder.resolve("base"));
    String diff = checkout.changes().patch(then.id(), tree.id());
    return Review.staticPart(new Change(base, candidate, diff, terms));
  }

  private static Path exported(Checkout checkout, Tree tree, Path folder) {
    checkout.export(checkout.files(tree, new Globs(List.of("**"))), folder);
    return folder;
  }

  private static Tree tree(Checkout checkout, String name) {
    List<String> ask = List.of("rev-parse", "-q", "--verify", "--end-of-options", name + "^{tree}");
    Git.Result found = checkout.git().attempt(ask, new byte[0]);
    if (found.status() != 0) {
      throw new CommandFailure(ExitCode.USAGE, "--since: no commit is called '" + name + "'");
    }
    return new Tree(found.text(), name, false);
  }

  private int tell(Audited audited, Project project) {
    AuditPage page = new AuditPage(audited, project.audit().pass());
    if (sarif) {
      session.out().println(Json.line(AuditSarif.of(audited)));
    } else if (options.json) {
      session.out().println(Json.line(page.json()));
    } else {
      page.lines().forEach(session.out()::println);
    }
    return audited.approved() ? ExitCode.OK.status() : ExitCode.NO.status();
  }
}
