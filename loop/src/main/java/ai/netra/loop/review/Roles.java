package ai.netra.loop.review;

import ai.netra.loop.workspace.Globs;
import java.util.List;
import java.util.regex.Pattern;

/** Tells by path and text what a file is: suites by what is declared, all else by custom. */
final class Roles {

  private static final Pattern SETTINGS =
      Pattern.compile(
          "netra\\.ya?ml|\\.(github|gitlab|circleci|ci|buildkite|netra)/.*|\\.gitlab-ci\\.yml"
              + "|Jenkinsfile|azure-pipelines\\.yml|bitbucket-pipelines\\.yml|\\.travis\\.yml"
              + "|CODEOWNERS|(.*/)?(rubric|gates?)\\.(ya?ml|json)");
  private static final Pattern TESTS =
      Pattern.compile(
          "(.*/)?(src/(test|it|integrationTest)|tests?|__tests__|spec)/.*"
              + "|.*[._](test|spec)\\.[cm]?[jt]sx?|(.*/)?test_[^/]*\\.py|.*_test\\.(py|go)"
              + "|(.*/)?conftest\\.py|(.*/)?(jest|vitest|playwright)\\.config\\.[cm]?[jt]s|(.*/)?pytest\\.ini");
  private static final Pattern HOLDS_TESTS =
      Pattern.compile(
          "@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\\b"
              + "|(?m)^\\s*(async\\s+)?def test_|^\\s*class Test\\w*|\\b(it|test|describe)(\\.\\w+)?\\(");
  private static final Pattern RUNS_TESTS =
      Pattern.compile(
          ".*(junit-platform\\.properties|META-INF/services/.*|conftest\\.py|pytest\\.ini"
              + "|(jest|vitest|playwright)\\.config\\.[cm]?[jt]s)");
  private static final Pattern DOCUMENTS =
      Pattern.compile("(?i).*\\.(md|adoc|rst|txt|svg|png|jpg|gif|ico|csv|pdf)|(.*/)?LICENSE.*");

  private final Globs suites;
  private final Globs support;

  Roles(List<String> suites, List<String> support) {
    this.suites = new Globs(suites);
    this.support = new Globs(support);
  }

  Role of(String path, String text) {
    if (SETTINGS.matcher(path).matches()) {
      return Role.SETTINGS;
    }
    if (isSuite(path)) {
      return isSupport(path, text) ? Role.SUPPORT : Role.TEST;
    }
    if (TESTS.matcher(path).matches()) {
      return holdsTests(text) || runsTests(path) ? Role.TEST : Role.SUPPORT;
    }
    return DOCUMENTS.matcher(path).matches() ? Role.OTHER : Role.PRODUCT;
  }

  /** Whether a suite that the loop runs declares the path. */
  boolean isSuite(String path) {
    return suites.matches(path);
  }

  /** What is declared to hold no test, and does not. */
  private boolean isSupport(String path, String text) {
    return support.matches(path) && !holdsTests(text) && !runsTests(path);
  }

  static boolean holdsTests(String text) {
    return HOLDS_TESTS.matcher(text).find();
  }

  /** Whether the file settles how tests are run. */
  static boolean runsTests(String path) {
    return RUNS_TESTS.matcher(path).matches();
  }
}
