package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.List;
import java.util.stream.Stream;

/** V10: code of the product that behaves otherwise when a test calls. */
record TestsToldApart() implements Rule {

  private static final List<Hint> HINTS =
      List.of(
          Hint.of(
              "(?i)[\"'](x-)?(e2e|test|mock|bypass|playwright|cypress)[-_](user|mode|run|bypass|auth|token|id|suite|account|tenant|request)[\\w-]*[\"']",
              "a mark that tests bear"),
          Hint.of(
              "(?i)[\"']x-(e2e|test|mock|bypass|netra)[\\w-]*[\"']", "a header that tests send"),
          Hint.of(
              "(?i)(equals|contains|startsWith|endsWith|matches|includes|==|\\bin\\b).*user.?agent|user.?agent.*(equals|contains|startsWith|endsWith|matches|includes|==|\\bin\\b)",
              "the user agent decides"),
          Hint.of(
              "(getenv|getProperty|environ\\.get|environ\\[|process\\.env[.\\[])\\W*(CI|E2E\\w*|NETRA_(TRACE|RUN|GATEWAY|ATTEMPT|SUITE)\\w*|JUNIT\\w*|PYTEST\\w*|PLAYWRIGHT\\w*|JEST_\\w*|TEST_MODE|TESTING)\\b",
              "a variable of tests decides"),
          Hint.of(
              "\\b(is|in)(Test|E2e|E2E|Testing)(Mode|Env|Environment|Run|User|Request)?\\(\\)|\\b(is|in)_test(ing|_mode)?\\b",
              "a mode of tests decides"),
          Hint.of(
              "[\"']test[\"']\\.equals|equals(IgnoreCase)?\\([\"']test[\"']\\)|===?\\s*[\"'](test|testing|e2e|ci)[\"']",
              "an environment of tests decides"),
          Hint.of(
              "\\b(if|while|return|&&|\\|\\||\\?|when)\\b?.*(isLoopbackAddress|127\\.0\\.0\\.1|[\"']localhost)",
              "the caller's address decides"),
          Hint.of(
              "(?i)[\"'][\\w.+-]*(test|e2e|qa)[\\w.+-]*@[\\w.-]*[\"']|[\"'][^\"'@\\s]*@(example|test)\\.(com|org|test|net)[\"']",
              "an account of tests"),
          Hint.of(
              "\\b(getStackTrace|StackWalker)\\b.*(junit|[Tt]est)|Class\\.forName\\([\"'](org\\.junit|org\\.testng)|sys\\.modules.*pytest",
              "the test's own code is looked for"),
          Hint.of(
              "(?i)(equals|startsWith|==).*traceparent|traceparent.*(equals|startsWith|==)",
              "the trace of a test decides"));

  @Override
  public String name() {
    return "V10";
  }

  @Override
  public List<Finding> look(Material material) {
    TestLiterals literals = new TestLiterals(material);
    return material
        .standing()
        .filter(file -> file.isProduct() && (file.isCode() || file.isConfiguration()))
        .flatMap(file -> Stream.concat(hints(material, file), special(literals, material, file)))
        .toList();
  }

  private Stream<Finding> hints(Material material, ChangedFile file) {
    return file.isCode()
        ? Lines.inText(material, file, HINTS).map(it -> fatal(file, it.line(), it.words()))
        : Stream.of();
  }

  private Stream<Finding> special(TestLiterals literals, Material material, ChangedFile file) {
    return literals
        .decidedBy(file, material.fresh(file))
        .map(
            it ->
                fatal(file, it.line(), "only tests know " + it.words() + ", and it decides here"));
  }
}
