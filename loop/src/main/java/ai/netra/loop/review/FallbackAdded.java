package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** V21: a default takes the place of what is missing or went wrong, so that nobody sees it. */
record FallbackAdded() implements Rule {

  private static final int COST = 20;

  /** A value of the code's own: nothing that somebody asked for. */
  private static final Pattern CANNED =
      Pattern.compile(
          "null|true|false|-?[0-9.]+[LdfDF]?|\".*\"|(List|Map|Set|Optional|Stream)\\.(of|empty)\\(.*\\)"
              + "|Collections\\.empty\\w+\\(\\)|new (ArrayList|HashMap|HashSet)<?.*>?\\(\\)|[\\w.]*(DEFAULT|EMPTY|NONE|UNKNOWN|FALLBACK)\\w*");

  /** Everywhere: a secret or an address that is made up where it is not set. */
  private static final List<Hint> SETTINGS =
      List.of(
          Hint.of(
              "(?i)\\$\\{(?!(secret|env):)[\\w.]*(secret|password|token|key|credential)[\\w.]*:-?[^}\\s]+\\}",
              "a secret with a default"),
          Hint.of(
              "(?i)(getenv|environ\\.get|getProperty|getOrDefault)\\(\\s*[\"'][\\w.]*(secret|password|token|key|credential)\\w*[\"']\\s*,\\s*[\"']",
              "a secret with a default"),
          Hint.of(
              "(?i)process\\.env\\.\\w*(secret|password|token|key)\\w*\\s*(\\|\\||\\?\\?)",
              "a secret with a default"));

  /** On the failing path: any default. */
  private static final List<Hint> ON_PATH =
      List.of(
          Hint.of(
              "\\.(orElse|getOrDefault|requireNonNullElse|defaultIfEmpty|onErrorReturn|onErrorResume|onErrorComplete|switchIfEmpty|exceptionally)\\(",
              "a default"),
          Hint.of(
              "[!=]=\\s*null\\s*\\?|\\?\\?|\\|\\|\\s*([\"'\\[{]|\\d)|\\bor\\s+([\"'\\[{]|\\d)",
              "a default"),
          Hint.of(
              "(getenv|environ\\.get|getProperty)\\([^,()]+,|\\$\\{[\\w.]+:-?[^}]+\\}",
              "a default"));

  @Override
  public String name() {
    return "V21";
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
        .filter(file -> file.isProduct() && (file.isCode() || file.isConfiguration()))
        .forEach(
            file -> {
              Lines.inText(material, file, SETTINGS)
                  .forEach(it -> findings.add(costs(COST, file, it.line(), it.words())));
              if (isOnFailingPath(material, file)) {
                Lines.inText(material, file, ON_PATH)
                    .forEach(it -> findings.add(costs(COST, file, it.line(), it.words())));
              }
              canned(material, file).forEach(findings::add);
            });
    return findings;
  }

  private static boolean isOnFailingPath(Material material, ChangedFile file) {
    return file.isCode()
        && material.terms().cause().isKnown()
        && material.terms().cause().files().contains(file.path());
  }

  /** A broad catch that answers with a value of its own. */
  private Stream<Finding> canned(Material material, ChangedFile file) {
    Set<Integer> fresh =
        material.freshCode(file).stream().map(Line::number).collect(Collectors.toSet());
    return file.unitAfter().map(unit -> unit.findAll(CatchClause.class)).orElse(List.of()).stream()
        .filter(it -> isBroad(it) && it.getBody().findFirst(ThrowStmt.class).isEmpty())
        .filter(it -> !saysAbsent(it))
        .flatMap(it -> it.getBody().findAll(ReturnStmt.class).stream())
        .filter(it -> fresh.contains(Syntax.line(it)) && isCanned(it))
        .map(
            it ->
                costs(COST, file, Syntax.line(it), "a failure is answered with a default: " + it));
  }

  /** Who asks must reckon with nothing. */
  private static boolean saysAbsent(CatchClause clause) {
    Optional<Node> at = clause.getParentNode();
    while (at.isPresent() && !(at.get() instanceof MethodDeclaration)) {
      at = at.get().getParentNode();
    }
    return at.filter(it -> it.toString().contains("@Nullable")).isPresent();
  }

  private static boolean isBroad(CatchClause clause) {
    return clause
        .getParameter()
        .getType()
        .asString()
        .matches(".*\\b(Exception|Throwable|RuntimeException)\\b.*");
  }

  private static boolean isCanned(ReturnStmt answer) {
    return answer
        .getExpression()
        .map(Expression::toString)
        .filter(it -> CANNED.matcher(it).matches())
        .isPresent();
  }
}
