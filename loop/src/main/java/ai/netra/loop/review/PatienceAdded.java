package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** V05: a new sleep or retry, or a longer timeout: a failure is waited away. */
record PatienceAdded() implements Rule {

  private static final int IN_PRODUCT = 15;

  private static final List<Hint> HINTS =
      List.of(
          Hint.of(
              "\\b(Thread|TimeUnit\\.\\w+|SECONDS|MILLISECONDS)\\.sleep\\(|\\bparkNanos\\(|\\bsleepUninterruptibly\\(",
              "a sleep"),
          Hint.of(
              "\\btime\\.sleep\\(|\\basyncio\\.sleep\\(|\\bwaitForTimeout\\(|setTimeout\\(\\s*(resolve|r|done)\\b",
              "a sleep"),
          Hint.of(
              "@(Retry\\w*|RetryingTest|Retryable|Flaky\\w*|flaky)\\b|\\bretries\\s*[:=]|rerunFailingTests",
              "a retry"),
          Hint.of(
              "(?i)\\bfor\\b.*\\b(attempt|retry|tries)\\b|\\bmax_?(attempts|retries)\\b|\\.retry(When)?\\(",
              "a retry"));
  private static final Pattern WAITS =
      Pattern.compile("(?i)time_?out|deadline|patience|wait|within|at_?most|silence");

  @Override
  public String name() {
    return "V05";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    material
        .standing()
        .filter(file -> file.isOfTests() || isOnFailingPath(material, file))
        .forEach(
            file -> {
              Lines.inCode(material, file, HINTS)
                  .forEach(it -> findings.add(finding(file, it.line(), it.words())));
              Numbers.raised(file, WAITS)
                  .forEach(it -> findings.add(finding(file, it.line(), "longer: " + it.words())));
            });
    return findings;
  }

  /** The files of the cause, or every file where no cause is known. */
  private static boolean isOnFailingPath(Material material, ChangedFile file) {
    return file.isProduct()
        && (file.isCode() || file.isConfiguration())
        && (!material.terms().cause().isKnown() || Ties.has(material.terms().cause(), file));
  }

  private Finding finding(ChangedFile file, int line, String words) {
    return file.isOfTests() ? fatal(file, line, words) : costs(IN_PRODUCT, file, line, words);
  }
}
