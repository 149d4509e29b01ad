package ai.netra.loop.review;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What refuses in Java: calls and annotations that check, and branches that throw or refuse. */
final class Guards {

  private static final Pattern CALLS =
      Pattern.compile(
          "(require|check|verif|validat|authori[sz]e|authenticat|ensure|enforce|deny|denies|reject|refuse|guard)\\w*"
              + "|has(Role|Authority|AnyRole|Permission|Right)|is(Owner|Allowed|Authenticated|Equal)|may[A-Z]\\w*"
              + "|constantTimeEquals");
  private static final Pattern ANNOTATIONS =
      Pattern.compile(
          "PreAuthorize|PostAuthorize|Secured|RolesAllowed|DenyAll|Valid|Validated|NotNull|NotBlank|NotEmpty"
              + "|Size|Min|Max|Pattern|Email|Positive\\w*|DecimalM\\w+|Authenticated|RateLimited\\w*");
  private static final Pattern REFUSES =
      Pattern.compile(
          "(?i)throw |unauthori|forbidden|den(y|ied)|reject|refus|40[0-9]|413|42[29]|too_?many|TooLarge|invalid|return false");

  private Guards() {}

  /** A guard that is gone, with the place where it stood. */
  record Lost(ChangedFile file, int line, String words) {}

  /** A guard as it is written, with the kind that it counts as. */
  private record Guard(String kind, String text, int line) {}

  /** Guards that the whole change has fewer of than before, and its file fewer than the base. */
  static List<Lost> lost(Material material) {
    List<ChangedFile> files =
        material.changed().stream()
            .filter(it -> it.isProduct() && it.isJava() && !it.isAsOnBase())
            .toList();
    Map<String, Integer> surplus = new HashMap<>();
    for (ChangedFile file : files) {
      of(file.unitAfter()).forEach(it -> surplus.merge(it.text(), 1, Integer::sum));
      of(file.unitBefore()).forEach(it -> surplus.merge(it.text(), -1, Integer::sum));
    }
    List<Lost> lost = new ArrayList<>();
    for (ChangedFile file : files) {
      lost.addAll(lost(file, surplus));
    }
    return lost;
  }

  private static List<Lost> lost(ChangedFile file, Map<String, Integer> surplus) {
    List<Guard> after = of(file.unitAfter());
    List<Guard> before = of(file.unitBefore());
    List<Guard> base = of(file.unitBase());
    List<Lost> lost = new ArrayList<>();
    for (Guard guard : missing(before, after)) {
      boolean moved = surplus.getOrDefault(guard.text(), 0) >= 0;
      boolean onBase = base.stream().anyMatch(it -> it.text().equals(guard.text()));
      if (!moved && onBase && !isReplaced(guard, before, after)) {
        lost.add(new Lost(file, guard.line(), "gone: " + guard.text()));
      }
    }
    return lost;
  }

  private static List<Guard> missing(List<Guard> wanted, List<Guard> there) {
    List<String> left = new ArrayList<>(there.stream().map(Guard::text).toList());
    List<Guard> missing = new ArrayList<>();
    for (Guard guard : wanted) {
      if (!left.remove(guard.text())) {
        missing.add(guard);
      }
    }
    return missing;
  }

  /** Another guard of the same kind came, and does not ask for less. */
  private static boolean isReplaced(Guard gone, List<Guard> before, List<Guard> after) {
    return missing(after, before).stream()
        .anyMatch(it -> it.kind().equals(gone.kind()) && !isWeaker(gone.text(), it.text()));
  }

  /** One more condition before it refuses, or one reason less to. */
  private static boolean isWeaker(String before, String after) {
    return count(after, "&&") > count(before, "&&")
        || count(after, "||") < count(before, "||")
        || after.contains("false");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length;
  }

  private static List<Guard> of(Optional<CompilationUnit> unit) {
    List<Guard> guards = new ArrayList<>();
    if (unit.isPresent()) {
      add(guards, unit.get().findAll(MethodCallExpr.class), Guards::ofCall);
      add(guards, unit.get().findAll(AnnotationExpr.class), Guards::ofAnnotation);
      add(guards, unit.get().findAll(IfStmt.class), Guards::ofBranch);
    }
    guards.sort(Comparator.comparingInt(Guard::line));
    return guards;
  }

  private static <N extends Node> void add(
      List<Guard> guards, List<N> nodes, Function<N, Optional<Guard>> reader) {
    nodes.forEach(node -> reader.apply(node).ifPresent(guards::add));
  }

  private static Optional<Guard> ofCall(MethodCallExpr call) {
    String name = call.getNameAsString();
    return CALLS.matcher(name).matches()
        ? Optional.of(new Guard(name, name + "(…)", Syntax.line(call)))
        : Optional.empty();
  }

  private static Optional<Guard> ofAnnotation(AnnotationExpr annotation) {
    String name = annotation.getName().getIdentifier();
    return ANNOTATIONS.matcher(name).matches()
        ? Optional.of(new Guard("@" + name, Syntax.plain(annotation), Syntax.line(annotation)))
        : Optional.empty();
  }

  private static Optional<Guard> ofBranch(IfStmt branch) {
    String then = Syntax.plain(branch.getThenStmt());
    if (!REFUSES.matcher(then).find()) {
      return Optional.empty();
    }
    String asked = inOrder(branch.getCondition());
    return Optional.of(new Guard(then, "if (" + asked + ") " + then, Syntax.line(branch)));
  }

  /** The same condition in another order of its parts reads alike. */
  private static String inOrder(Expression condition) {
    if (condition instanceof BinaryExpr both
        && (both.getOperator() == BinaryExpr.Operator.AND
            || both.getOperator() == BinaryExpr.Operator.OR)) {
      List<String> parts =
          new ArrayList<>(List.of(inOrder(both.getLeft()), inOrder(both.getRight())));
      parts.sort(Comparator.naturalOrder());
      return String.join(" " + both.getOperator().asString() + " ", parts);
    }
    return Syntax.plain(condition);
  }
}
