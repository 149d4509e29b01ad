package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** V06: a new broad catch, or a failure that ends in silence. */
record FailureSwallowed() implements Rule {

  private static final int IN_PRODUCT = 15;

  private static final Pattern BROAD =
      Pattern.compile("\\b(Exception|Throwable|RuntimeException|Error|AssertionError)\\b");
  private static final Pattern ONLY_TELLS =
      Pattern.compile(
          "print\\w*|log|trace|debug|info|warn|error|getMessage|toString|add(KeyValue|Argument)|setCause|setMessage|at\\w+");
  private static final List<Hint> OTHERS =
      List.of(
          Hint.of("^\\s*except(\\s+(Base)?Exception(\\s+as \\w+)?)?\\s*:", "a catch of everything"),
          Hint.of("\\bcatch\\s*(\\(\\w*\\))?\\s*\\{\\s*\\}", "a failure that ends in silence"),
          Hint.of(
              "\\.catch\\(\\s*(\\(\\w*\\)|\\w+)\\s*=>\\s*(\\{\\s*\\}|undefined|null)\\s*\\)",
              "a failure that ends in silence"),
          Hint.of(
              "\\bcontextlib\\.suppress\\(|\\|\\|\\s*true\\b|\\bset \\+e\\b",
              "a failure that ends in silence"));

  @Override
  public String name() {
    return "V06";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    material
        .standing()
        .filter(file -> file.isCode() && (file.isOfTests() || file.isProduct()))
        .forEach(
            file -> findings.addAll(file.isJava() ? inJava(material, file) : in(material, file)));
    return findings;
  }

  private List<Finding> in(Material material, ChangedFile file) {
    return Lines.inText(material, file, OTHERS)
        .map(found -> finding(file, found.line(), found.words()))
        .toList();
  }

  private List<Finding> inJava(Material material, ChangedFile file) {
    Set<Integer> fresh =
        material.freshCode(file).stream().map(Line::number).collect(Collectors.toSet());
    List<CatchClause> clauses =
        file.unitAfter().map(unit -> unit.findAll(CatchClause.class)).orElse(List.of());
    return clauses.stream()
        .filter(clause -> isFresh(clause, fresh))
        .flatMap(clause -> words(clause).map(it -> finding(file, Syntax.line(clause), it)).stream())
        .toList();
  }

  private static boolean isFresh(CatchClause clause, Set<Integer> fresh) {
    for (int line = Syntax.line(clause); line <= Syntax.lastLine(clause); line++) {
      if (fresh.contains(line)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> words(CatchClause clause) {
    String type = clause.getParameter().getType().asString();
    if (rethrows(clause) || keeps(clause)) {
      return Optional.empty();
    }
    if (BROAD.matcher(type).find()) {
      return Optional.of("a catch of " + type + " that does not pass it on");
    }
    return clause.getBody().findFirst(ReturnStmt.class).isEmpty() && says(clause).isEmpty()
        ? Optional.of("a failure that ends in silence: " + type)
        : Optional.empty();
  }

  private static boolean rethrows(CatchClause clause) {
    return clause.getBody().findFirst(ThrowStmt.class).isPresent();
  }

  /** What was caught goes somewhere else than into a log. */
  private static boolean keeps(CatchClause clause) {
    String caught = "\\b" + Pattern.quote(clause.getParameter().getNameAsString()) + "\\b";
    Pattern named = Pattern.compile(caught);
    return says(clause).stream()
            .filter(call -> !ONLY_TELLS.matcher(call.getNameAsString()).matches())
            .anyMatch(
                call ->
                    call.getNameAsString().equals("interrupt")
                        || call.getArguments().stream()
                            .anyMatch(a -> named.matcher(a.toString()).find()))
        || clause.getBody().findAll(AssignExpr.class).stream()
            .anyMatch(it -> named.matcher(it.getValue().toString()).find())
        || clause.getBody().findAll(ReturnStmt.class).stream()
            .anyMatch(it -> named.matcher(it.toString()).find());
  }

  private static List<MethodCallExpr> says(CatchClause clause) {
    return clause.getBody().findAll(MethodCallExpr.class);
  }

  private Finding finding(ChangedFile file, int line, String words) {
    return file.isOfTests() ? fatal(file, line, words) : costs(IN_PRODUCT, file, line, words);
  }
}
