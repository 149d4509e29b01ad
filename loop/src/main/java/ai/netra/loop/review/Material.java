package ai.netra.loop.review;

import ai.netra.loop.review.ChangedFile.Texts;
import ai.netra.loop.review.FileDiff.Form;
import ai.netra.loop.review.FileDiff.Hunk;
import ai.netra.loop.review.FileDiff.Kind;
import ai.netra.loop.review.Review.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What rules look at: the files of a change, the trees around it, and what was agreed. */
final class Material {

  private final Content base;
  private final Content candidate;
  private final Terms terms;
  private final Roles roles;
  private final List<ChangedFile> changed;
  private final Map<String, Integer> surplus = new HashMap<>();

  private Material(Content base, Content candidate, List<FileDiff> diff, Terms terms) {
    this.base = base;
    this.candidate = candidate;
    this.terms = terms;
    this.roles = new Roles(terms.tests(), terms.support());
    this.changed = diff.stream().map(this::changed).toList();
    changed.forEach(this::count);
  }

  /** A change. */
  static Material of(Content base, Content candidate, List<FileDiff> diff, Terms terms) {
    return new Material(base, candidate, diff, terms);
  }

  /** A tree as it stands, as if all of it were new. */
  static Material of(Content tree, Terms terms) {
    List<FileDiff> all = new ArrayList<>();
    for (String path : tree.paths()) {
      tree.text(path).ifPresent(text -> all.add(whole(path, text)));
    }
    return new Material(Content.of(Map.of()), tree, all, terms);
  }

  private static FileDiff whole(String path, String text) {
    Hunk hunk = new Hunk(1, text.lines().map(line -> "+" + line).toList());
    return new FileDiff(path, Kind.ADDED, Form.TEXT, List.of(hunk));
  }

  private ChangedFile changed(FileDiff told) {
    String path = told.path();
    Optional<String> now = candidate.text(path);
    boolean gone = told.kind() == Kind.REMOVED;
    FileDiff diff = now.isEmpty() && !gone && told.form() == Form.TEXT ? told.unreadable() : told;
    String after = now.orElse("");
    boolean hasBefore = diff.form() == Form.TEXT && diff.kind() != Kind.ADDED;
    String before = hasBefore ? diff.before(after) : "";
    Role role = stricter(roles.of(path, before), roles.of(path, after), diff.kind());
    return new ChangedFile(diff, role, new Texts(before, after, base.text(path)));
  }

  /** What was a test before the change is judged as one. */
  private static Role stricter(Role before, Role after, Kind kind) {
    boolean known = kind != Kind.ADDED;
    return (known && before == Role.TEST) || kind == Kind.REMOVED ? before : after;
  }

  private void count(ChangedFile file) {
    file.after().lines().forEach(line -> surplus.merge(line.strip(), 1, Integer::sum));
    file.before().lines().forEach(line -> surplus.merge(line.strip(), -1, Integer::sum));
  }

  Content base() {
    return base;
  }

  Content candidate() {
    return candidate;
  }

  Terms terms() {
    return terms;
  }

  Roles roles() {
    return roles;
  }

  List<ChangedFile> changed() {
    return changed;
  }

  /** The changed files that the candidate has and that are not simply as on the base. */
  Stream<ChangedFile> standing() {
    return changed.stream().filter(file -> !file.isGone() && !file.isAsOnBase());
  }

  /** The added lines that nothing before the change had and that the base has not either. */
  List<Line> fresh(ChangedFile file) {
    Map<String, Long> onBase = counts(file.base());
    Map<String, Long> now = counts(file.after());
    return file.added().stream()
        .filter(line -> !line.isBlank() && surplus.getOrDefault(line.text().strip(), 0) > 0)
        .filter(line -> more(line.text().strip(), now, onBase))
        .toList();
  }

  private static boolean more(String line, Map<String, Long> now, Map<String, Long> onBase) {
    return now.getOrDefault(line, 0L) > onBase.getOrDefault(line, 0L);
  }

  private static Map<String, Long> counts(String text) {
    Map<String, Long> counts = new HashMap<>();
    text.lines().forEach(line -> counts.merge(line.strip(), 1L, Long::sum));
    return counts;
  }

  /** The same as code: without comments and the insides of strings. */
  List<Line> freshCode(ChangedFile file) {
    Function<Line, Optional<Line>> code =
        line ->
            Optional.ofNullable(file.code().get(line.number()))
                .map(text -> new Line(line.number(), text));
    return fresh(file).stream().flatMap(line -> code.apply(line).stream()).toList();
  }
}
