package ai.netra.loop.review;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.Project.Mirror;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.AuditScore.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The audit. It decides from two trees, the difference and records; it starts nothing. The same
 * input gives the same score.
 */
public final class Review {

  /** What a fatal finding takes: no score is left. */
  static final int FATAL_DEDUCTION = 100;

  /**
   * A candidate.
   *
   * @param base a folder with the last proved tree
   * @param candidate a folder with the candidate's tree
   * @param diff from the tree that the candidate was made from, as {@code git diff --unified=3
   *     --no-renames} prints it
   */
  public record Change(Path base, Path candidate, String diff, Terms terms) {}

  /**
   * What the audit goes by: declared in the base's {@code netra.yaml}, never in the candidate's.
   *
   * @param tests patterns of the suites' files, {@code support} of those that hold no test
   * @param assertions methods of the suites that check, as {@code suites.<s>.assertions}
   * @param message the message that the candidate would be committed with; may be empty
   */
  public record Terms(
      List<String> tests,
      List<String> support,
      List<String> assertions,
      Policy policy,
      Cause cause,
      String message) {

    public Terms {
      tests = List.copyOf(tests);
      support = List.copyOf(support);
      assertions = List.copyOf(assertions);
    }

    /** What a project declares, for a candidate with a cause and a message. */
    public static Terms of(Project project, Cause cause, String message) {
      List<SuiteSpec> suites = List.copyOf(project.suites().values());
      return new Terms(
          suites.stream().flatMap(it -> it.paths().stream()).toList(),
          suites.stream().flatMap(it -> it.support().stream()).toList(),
          suites.stream().flatMap(it -> it.assertions().stream()).toList(),
          new Policy(
              project.audit().allow(),
              project.audit().deny(),
              project.audit().pass(),
              project.audit().mirrors()),
          cause,
          message);
    }
  }

  /** Where a fix may write, what score passes, and which places repeat one fact on purpose. */
  public record Policy(List<String> allow, List<String> deny, int pass, List<Mirror> mirrors) {}

  /** The files and configuration keys of the cause graph; none where there is no graph. */
  public record Cause(Set<String> files, Set<String> keys) {

    /** Nothing is known. */
    public static final Cause UNKNOWN = new Cause(Set.of(), Set.of());

    boolean isKnown() {
      return !files.isEmpty() || !keys.isEmpty();
    }
  }

  /**
   * What the audit says.
   *
   * @param rules the version of the rules
   * @param notAsked the rules that had no answer, each with the reason
   */
  public record Audited(
      String rules, int score, boolean approved, List<Finding> findings, List<String> notAsked) {}

  /**
   * What a test did with the base's tests, on the tree that the candidate was made from (before)
   * and on the candidate (after).
   *
   * @param killsBefore how many changed answers it noticed
   */
  public record Ran(
      boolean greenBefore,
      boolean greenAfter,
      int assertionsBefore,
      int assertionsAfter,
      int killsBefore,
      int killsAfter) {}

  /**
   * What ran, by the names of the tests.
   *
   * @param cluster the tests that the candidate is to mend
   * @param inventoryBefore how many tests were found
   */
  public record Executed(
      Map<String, Ran> tests, Set<String> cluster, int inventoryBefore, int inventoryAfter) {}

  private static final List<String> NEEDS_RUNS =
      List.of("V08: needs runs of both trees", "V23: needs runs of both trees");
  private static final List<String> NEVER_ASKED =
      List.of(
          "V09: the literals of tests are not renamed yet",
          "V22: messages are generated from records, and hold no other claim");

  private Review() {}

  /** The rules that give a wrong answer about the seeds that they carry; none where all serve. */
  public static List<String> rulesThatAreWrong() {
    return SelfTest.wrong();
  }

  /**
   * The part that needs no execution.
   *
   * @throws IllegalStateException when the self-test of the rules fails: there is no audit then
   * @throws IllegalArgumentException when the difference does not lead to the candidate
   */
  public static Audited staticPart(Change change) {
    requireTested();
    Material material =
        Material.of(
            Folder.of(change.base()),
            Folder.of(change.candidate()),
            DiffReader.read(change.diff()),
            change.terms());
    return audit(material);
  }

  /** The whole audit: the part that needed no execution, and what ran. */
  public static Audited counted(Audited audited, Executed executed, Terms terms) {
    List<Finding> findings = new ArrayList<>(audited.findings());
    findings.addAll(Counted.of(executed));
    List<String> notAsked =
        audited.notAsked().stream().filter(it -> !NEEDS_RUNS.contains(it)).toList();
    return Scoring.of(findings, terms.policy().pass(), notAsked);
  }

  /** A tree as it stands, by the rules that need no base. */
  public static Audited tree(Path tree, Terms terms) {
    requireTested();
    Material material = Material.of(Folder.of(tree), terms);
    List<String> notAsked =
        Rules.ALL.stream()
            .filter(rule -> !rule.judgesTrees())
            .map(rule -> rule.name() + ": needs a base")
            .toList();
    return Scoring.of(Rules.lookAtTree(material), terms.policy().pass(), notAsked);
  }

  static Audited audit(Material material) {
    List<String> notAsked = Stream.concat(NEEDS_RUNS.stream(), NEVER_ASKED.stream()).toList();
    return Scoring.of(Rules.look(material), material.terms().policy().pass(), notAsked);
  }

  private static void requireTested() {
    List<String> wrong = SelfTest.wrong();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("audit: rules are wrong about their own seeds: " + wrong);
    }
  }
}
