package ai.netra.loop.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.record.Hunk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The history of a checkout and what its commits changed. Trees that are made here stand in the
 * state directory; the checkout is only read.
 */
public final class Changes {

  /** How far back a base is looked for. */
  private static final int MOST_COMMITS = 1_000;

  /** Where commits wait that could not reach the branch that is checked out. */
  private static final String OWN_BRANCHES = "--glob=refs/heads/netra/*";

  private static final String FIELD = "\u001f";

  private final Git git;
  private final StateDirectory state;

  Changes(Git git, StateDirectory state) {
    this.git = git;
    this.state = state;
  }

  /**
   * A commit.
   *
   * @param parents none of the first one, several of a merge
   */
  public record Commit(String id, String tree, List<String> parents, String subject) {

    public boolean isMerge() {
      return parents.size() > 1;
    }
  }

  /** The last commit with this tree, along first parents; empty where none of a thousand has it. */
  public Optional<Commit> of(String tree) {
    return commits(MOST_COMMITS).stream().filter(it -> it.tree().equals(tree)).findFirst();
  }

  /** The commit that is checked out; empty where nothing was committed yet. */
  public Optional<Commit> head() {
    return commits(1).stream().findFirst();
  }

  /**
   * The commits after the last one with this tree, up to the one that is checked out, the oldest
   * first, along first parents. Empty where no commit of the last thousand has it.
   */
  public Optional<List<Commit>> since(String base) {
    List<Commit> found = new ArrayList<>();
    for (Commit commit : commits(MOST_COMMITS)) {
      if (commit.tree().equals(base)) {
        return Optional.of(found.reversed());
      }
      found.add(commit);
    }
    return Optional.empty();
  }

  private List<Commit> commits(int most) {
    List<String> log =
        List.of("log", "--first-parent", "-n", "" + most, "--format=%H%x1f%T%x1f%P%x1f%s", "HEAD");
    Git.Result printed = git.attempt(log, new byte[0]);
    return printed.status() == 0
        ? printed.output().lines().map(Changes::commit).toList()
        : List.of();
  }

  private static Commit commit(String line) {
    String[] fields = line.split(FIELD, 4);
    List<String> parents = fields[2].isEmpty() ? List.of() : List.of(fields[2].split(" ", -1));
    return new Commit(fields[0], fields[1], parents, fields[3]);
  }

  /**
   * A commit of any branch, with what its message says.
   *
   * @param time when it was committed
   * @param parent its first parent; null of the first commit
   */
  public record Past(String id, Instant time, @Nullable String parent, String message) {}

  /** The commit of an id or name; empty where there is none. */
  public Optional<Past> past(String name) {
    return past(List.of("-n", "1", name)).stream().findFirst();
  }

  /**
   * The commits of what is checked out and of the branches below {@code netra/} that have a line
   * which begins so, the last first.
   */
  public List<Past> saying(String line, Instant since) {
    return past(List.of("--since=" + since, "--grep=^" + line, "HEAD", OWN_BRANCHES));
  }

  /** The last commit there that changed a file; empty where none did. */
  public Optional<Past> lastOf(String file) {
    return past(List.of("-n", "1", "HEAD", OWN_BRANCHES, "--", file)).stream().findFirst();
  }

  private List<Past> past(List<String> which) {
    List<String> log = new ArrayList<>(List.of("log", "-z", "--format=%H%x1f%ct%x1f%P%x1f%B"));
    log.addAll(which);
    Git.Result printed = git.attempt(log, new byte[0]);
    return printed.status() == 0
        ? Hunks.paths(printed.output()).stream().map(Changes::pastOf).toList()
        : List.of();
  }

  private static Past pastOf(String entry) {
    String[] fields = entry.split(FIELD, 4);
    String parent = fields[2].split(" ", 2)[0];
    Instant time = Instant.ofEpochSecond(Long.parseLong(fields[1]));
    return new Past(fields[0], time, parent.isEmpty() ? null : parent, fields[3]);
  }

  /** The paths of the files that differ. */
  public List<String> files(String from, String to) {
    String listed =
        git.run(List.of("diff-tree", "-r", "-z", "--no-renames", "--name-only", from, to)).output();
    return Hunks.paths(listed);
  }

  /** The difference as {@code git apply} takes it. */
  public String patch(String from, String to) {
    return git.run(diff(from, to)).output();
  }

  /** What differs, in pieces that can be taken back one by one: a file that is no text is one. */
  public List<Hunk> hunks(String from, String to) {
    return Hunks.of(patch(from, to));
  }

  private static List<String> diff(String from, String to) {
    return List.of(
        "diff-tree", "-r", "-p", "--full-index", "--binary", "--no-renames", "-U3", from, to);
  }

  /** The tree without these changes; empty where they do not come off cleanly. */
  public Optional<String> without(String tree, List<Hunk> hunks) {
    return applied(tree, hunks, List.of("apply", "--cached", "--3way", "--reverse", "-"));
  }

  /** The tree with these changes; empty where they do not apply cleanly. */
  public Optional<String> with(String tree, List<Hunk> hunks) {
    return applied(tree, hunks, List.of("apply", "--cached", "--3way", "-"));
  }

  private Optional<String> applied(String tree, List<Hunk> hunks, List<String> apply) {
    if (hunks.isEmpty()) {
      return Optional.of(tree);
    }
    return state.withTemporaryFile(
        index -> {
          Git own = git.with("GIT_INDEX_FILE", index);
          own.run(List.of("read-tree", tree));
          boolean clean = own.attempt(apply, Hunks.joined(hunks).getBytes(UTF_8)).status() == 0;
          return clean ? Optional.of(own.run(List.of("write-tree")).text()) : Optional.empty();
        });
  }

  /** The tree with some of its files as they are in another; a file that is not there goes. */
  public String restored(String tree, String from, Predicate<String> files) {
    List<Hunk> differing = hunks(from, tree).stream().filter(it -> files.test(it.file())).toList();
    return without(tree, differing)
        .orElseThrow(() -> new WorkspaceFailure(tree + ": its own change does not come off"));
  }

  /** The files of a tree that hold every one of these words; none for no word. */
  public List<String> holding(String tree, List<String> words) {
    List<String> files = List.of();
    for (int i = 0; i < words.size(); i++) {
      List<String> found = named(git.attempt(grep(words.get(i), tree), new byte[0]));
      files = i == 0 ? found : files.stream().filter(found::contains).toList();
    }
    return files;
  }

  private static List<String> grep(String text, String tree) {
    return List.of("grep", "-l", "-w", "-z", "-F", "-e", text, tree);
  }

  /** Git puts the tree before each path. */
  private static List<String> named(Git.Result found) {
    return Hunks.paths(found.output()).stream()
        .map(it -> it.substring(it.indexOf(':') + 1))
        .toList();
  }

  /** The text of a file of a tree; empty where it has none. */
  public Optional<String> text(String tree, String path) {
    Git.Result shown = git.attempt(List.of("cat-file", "-p", tree + ":" + path), new byte[0]);
    return shown.status() == 0 ? Optional.of(shown.output()) : Optional.empty();
  }

  /** The tree with another text in one of its files. */
  public String replaced(String tree, String path, String text) {
    return state.withTemporaryFile(
        index -> {
          Git own = git.with("GIT_INDEX_FILE", index);
          own.run(List.of("read-tree", tree));
          String mode = own.run(List.of("ls-files", "-s", "--", path)).text().split(" ", 2)[0];
          String blob =
              own.run(List.of("hash-object", "-w", "--stdin"), text.getBytes(UTF_8)).text();
          own.run(List.of("update-index", "--cacheinfo", mode + "," + blob + "," + path));
          return own.run(List.of("write-tree")).text();
        });
  }
}
