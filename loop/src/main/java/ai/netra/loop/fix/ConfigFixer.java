package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Changes.Past;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts keys of services back to what they were before the culprit, and nothing else. */
final class ConfigFixer implements Fixer {

  private static final Pattern KEY = Pattern.compile("services\\.[^.]+\\.(env|secrets)\\..+");

  private final FixerSpec spec;
  private final Trees trees;

  ConfigFixer(FixerSpec spec, Trees trees) {
    this.spec = spec;
    this.trees = trees;
  }

  @Override
  public Attempted attempt(Assignment assignment) {
    Minimal minimal = assignment.minimal();
    if (minimal == null || !onlyKeys(minimal)) {
      return new Attempted.None("the cause is not in the keys of services alone");
    }
    String told = "puts " + String.join(", ", minimal.keys()) + " back";
    return restored(assignment, minimal)
        .map(text -> changes().replaced(assignment.base(), ProjectReader.FILE, text))
        .map(tree -> trees.made(spec, assignment, tree, told))
        .orElseGet(() -> new Attempted.None("the keys cannot be put back by themselves"));
  }

  private static boolean onlyKeys(Minimal minimal) {
    return !minimal.keys().isEmpty()
        && minimal.keys().stream().allMatch(key -> KEY.matcher(key).matches())
        && minimal.hunks().stream().allMatch(hunk -> hunk.file().equals(ProjectReader.FILE));
  }

  /** By the keys' own text; where that stands in another form than before, by the hunks. */
  private Optional<String> restored(Assignment assignment, Minimal minimal) {
    Optional<String> now = text(assignment.base());
    Optional<String> before = before(assignment);
    if (now.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    ConfigText texts = new ConfigText(now.get(), before.get());
    List<String> keys = minimal.keys();
    return texts
        .edited(keys)
        .filter(text -> texts.isRestored(text, keys))
        .or(() -> withoutHunks(assignment, minimal).filter(text -> texts.isRestored(text, keys)));
  }

  private Optional<String> withoutHunks(Assignment assignment, Minimal minimal) {
    return changes().without(assignment.base(), minimal.hunks()).flatMap(this::text);
  }

  private Optional<String> before(Assignment assignment) {
    return assignment.culprit().commits().stream()
        .findFirst()
        .flatMap(changes()::past)
        .map(Past::parent)
        .flatMap(this::text);
  }

  private Optional<String> text(String tree) {
    return changes().text(tree, ProjectReader.FILE);
  }

  private Changes changes() {
    return trees.changes();
  }
}
