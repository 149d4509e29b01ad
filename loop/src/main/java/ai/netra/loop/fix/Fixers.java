package ai.netra.loop.fix;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.FixerDone;
import ai.netra.loop.record.FixerDone.End;
import ai.netra.loop.record.FixerIntent;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fixers of a project. An attempt changes nothing outside the state directory: what comes of it
 * is a tree there, and the caller journals intent and end around it. Used by one thread.
 */
public final class Fixers {

  private final List<FixerSpec> use;
  private final FixerKinds kinds;

  public Fixers(Setting setting) {
    this.use = setting.project().mending().fixers();
    this.kinds = new FixerKinds(setting);
  }

  /**
   * What attempts are made in.
   *
   * @param run the run's id, {@code folder} its folder
   * @param environment of the loop itself: of it agents see what is listed, and command lines may
   *     name a variable
   * @param records gets what becomes of the processes that are started
   */
  public record Setting(
      Project project,
      Workspace workspace,
      String run,
      Path folder,
      Map<String, String> environment,
      Consumer<Entry> records) {

    public Setting {
      environment = Map.copyOf(environment);
    }
  }

  /**
   * What a fixer is asked for.
   *
   * @param base the tree that failed, with which it begins
   * @param n which attempt at the cluster this is, from 1
   * @param findings of the audits of earlier attempts
   * @param evidence texts that an author may want, by file name: exchanges, log lines
   */
  public record Assignment(
      int round,
      Cluster cluster,
      @Nullable Minimal minimal,
      Culprit culprit,
      Cause cause,
      String base,
      int n,
      List<String> findings,
      Map<String, String> evidence) {

    public Assignment {
      findings = List.copyOf(findings);
      evidence = Map.copyOf(evidence);
    }

    /** Names the attempt, as {@link ai.netra.loop.record.FixerIntent#key} does. */
    public String key() {
      return "fixer/%d/%s/%d".formatted(round, cluster.id(), n);
    }
  }

  /** What came of an attempt. */
  public sealed interface Attempted {

    /** A tree was made; {@code did} says what was changed. */
    record Made(Candidate candidate, String did) implements Attempted {}

    /** It does not apply to this cause, or changed nothing. */
    record None(String reason) implements Attempted {}

    /** It failed, hung, or left the worktree unusable. */
    record Failed(String reason) implements Attempted {}

    /** Something that it needs is missing. */
    record Blocked(String reason) implements Attempted {}

    /** The checkout or the user's own files changed meanwhile, so what it made is void. */
    record Voided(String reason) implements Attempted {}

    /** It changed the private clone: the run must stop for its integrity. */
    record Escaped(String reason) implements Attempted {}

    /** Only a person can go on: {@code brief} says with what, and on which branch. */
    record Human(Path brief, String branch) implements Attempted {}

    /** The journal's line of this end. */
    default FixerDone done(Assignment assignment, FixerSpec fixer) {
      String cluster = assignment.cluster().id();
      return new FixerDone(cluster, assignment.n(), fixer.name(), end(), told());
    }

    private End end() {
      return switch (this) {
        case Made made -> End.CANDIDATE;
        case None none -> End.NONE;
        case Failed failed -> End.FAILED;
        case Blocked blocked -> End.BLOCKED;
        case Voided voided -> End.VOID;
        case Escaped escaped -> End.ESCAPED;
        case Human human -> End.HUMAN;
      };
    }

    /** What was done or why not, for people. */
    default String told() {
      return switch (this) {
        case Made made -> made.did();
        case None none -> none.reason();
        case Failed failed -> failed.reason();
        case Blocked blocked -> blocked.reason();
        case Voided voided -> voided.reason();
        case Escaped escaped -> escaped.reason();
        case Human human -> human.brief() + " waits for a commit on branch " + human.branch();
      };
    }
  }

  /** Counts an attempt that was made before the loop was started again. */
  public void made(FixerIntent earlier) {
    use.stream().filter(it -> it.name().equals(earlier.fixer())).forEach(kinds.spending()::add);
  }

  /** The fixers to be tried, in this order. */
  public List<FixerSpec> use() {
    return use;
  }

  /**
   * Lets a fixer try; the caller has journaled its intent.
   *
   * @throws ai.netra.loop.workspace.WorkspaceFailure when the state directory or git refuses
   */
  public Attempted attempt(FixerSpec fixer, Assignment assignment) {
    return kinds.of(fixer).attempt(assignment);
  }
}
