package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** V15: what is too long has grown, or something was left lying: a note, dead code, an old path. */
record LeftBehind() implements Rule {

  private static final int COST = 5;
  private static final int CAP = 15;
  private static final int FILE_LINES = 300;
  private static final int METHOD_LINES = 40;

  private static final Pattern NOTE =
      Pattern.compile("(//|#|\\*|<!--|--)\\s*.*\\b(TODO|FIXME|XXX|HACK)\\b");

  /** A statement or a head of one; three words in a row begin a sentence. */
  private static final Pattern DEAD =
      Pattern.compile("^\\s*//\\s*(?!\\w+ \\w+ \\w+)[\\w.<>\\[\\]@ ]*[\\w>\\]]\\s*[=(].*[;{]$");

  private static final Pattern OLD =
      Pattern.compile("(?<name>\\w+?)_?(V2|2|New|Old|Legacy|Deprecated|Copy|Backup|Tmp|Orig)");

  @Override
  public String name() {
    return "V15";
  }

  @Override
  public int cap() {
    return CAP;
  }

  @Override
  public boolean judgesTrees() {
    return true;
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    material
        .standing()
        .filter(file -> file.isCode() && file.role() != Role.OTHER)
        .forEach(
            file -> {
              size(file).ifPresent(it -> findings.add(costs(COST, file, 1, it)));
              methods(file).forEach(findings::add);
              notes(material, file).forEach(findings::add);
              leftovers(material, file).forEach(findings::add);
            });
    return findings;
  }

  private static Optional<String> size(ChangedFile file) {
    long now = file.after().lines().count();
    long before = file.before().lines().count();
    return now > FILE_LINES && now > before
        ? Optional.of(now + " lines, more than " + FILE_LINES + " and than before")
        : Optional.empty();
  }

  private Stream<Finding> methods(ChangedFile file) {
    Map<String, CallableDeclaration<?>> before = Methods.of(file.unitBefore());
    return Methods.of(file.unitAfter()).entrySet().stream()
        .filter(it -> lines(it.getValue()) > METHOD_LINES)
        .filter(it -> lines(it.getValue()) > lines(before.get(it.getKey())))
        .map(
            it ->
                costs(
                    COST,
                    file,
                    Syntax.line(it.getValue()),
                    it.getKey()
                        + " has "
                        + lines(it.getValue())
                        + " lines, more than "
                        + METHOD_LINES));
  }

  private static int lines(@Nullable CallableDeclaration<?> method) {
    return method == null ? 0 : Syntax.lastLine(method) - Syntax.line(method) + 1;
  }

  private Stream<Finding> notes(Material material, ChangedFile file) {
    Set<Integer> code = file.code().keySet();
    return material.fresh(file).stream()
        .filter(line -> isNote(line, code) || isDead(line, code))
        .map(line -> costs(COST, file, line.number(), "left lying: " + line.text().strip()));
  }

  /** On a line of code it may stand in a string. */
  private static boolean isNote(Line line, Set<Integer> code) {
    return NOTE.matcher(line.text()).find()
        && (!code.contains(line.number()) || line.text().matches(".*;\\s*//.*"));
  }

  private static boolean isDead(Line line, Set<Integer> code) {
    return DEAD.matcher(line.text()).find() && !code.contains(line.number());
  }

  private Stream<Finding> leftovers(Material material, ChangedFile file) {
    Set<Integer> fresh =
        material.freshCode(file).stream().map(Line::number).collect(Collectors.toSet());
    Map<String, CallableDeclaration<?>> all = Methods.of(file.unitAfter());
    Set<String> names =
        all.values().stream().map(NodeWithSimpleName::getNameAsString).collect(Collectors.toSet());
    return all.values().stream()
        .filter(method -> fresh.contains(Syntax.line(method)))
        .flatMap(
            method ->
                leftover(file, method, names)
                    .map(it -> costs(COST, file, Syntax.line(method), it))
                    .stream());
  }

  private static Optional<String> leftover(
      ChangedFile file, CallableDeclaration<?> method, Set<String> names) {
    String name = method.getNameAsString();
    Matcher old = OLD.matcher(name);
    if (old.matches() && names.contains(old.group("name"))) {
      return Optional.of("an old path beside the new: " + old.group("name") + " and " + name);
    }
    boolean unused =
        method instanceof MethodDeclaration
            && method.isPrivate()
            && method.getAnnotations().isEmpty()
            && file.after().split("\\b" + Pattern.quote(name) + "\\b", -1).length < 3;
    return unused ? Optional.of("nobody calls " + name) : Optional.empty();
  }
}
