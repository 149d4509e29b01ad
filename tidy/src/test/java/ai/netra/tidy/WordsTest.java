package ai.netra.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that have no place in the repository, each with what to write instead. */
class WordsTest {

  /** A word: the pattern, where it is looked for, and the mend. */
  record Word(String name, Pattern pattern, Pattern where, String instead) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Pattern CODE =
      Pattern.compile(".*\\.(java|sh|yaml|yml|xml|ts|tsx|py)|netra|\\.ci/run");
  private static final Pattern JAVA = Pattern.compile(".*\\.java");
  private static final Pattern ANY = Pattern.compile(".*");
  private static final Pattern TESTS = Pattern.compile(".*/src/test/java/.*\\.java|.*/canary/.*");

  /** Files whose matter the words are: rules, seeds, the licence, the wrapper. */
  private static final Set<String> EXEMPT =
      Set.of(
          "tidy/src/test/java/ai/netra/tidy/WordsTest.java",
          "LICENSE",
          "mvnw",
          ".mvn/wrapper/maven-wrapper.properties",
          "STYLE.md",
          ".mvn/jdk.sh",
          "loop/src/main/java/ai/netra/loop/review/LeftBehind.java",
          "loop/src/main/java/ai/netra/loop/source/InvertedTest.java",
          "loop/src/main/java/ai/netra/loop/source/SwallowedFailure.java",
          "loop/src/test/java/ai/netra/loop/deploy/SecretRulesTest.java",
          "loop/src/test/java/ai/netra/loop/review/Cheats.java",
          "auth/src/test/java/ai/netra/auth/service/SettingsReaderTest.java");

  static Stream<Word> words() {
    return Stream.of(
        word("leftover", "\\b(TODO|FIXME|XXX|HACK)\\b", CODE, "do it, or open an issue"),
        word(
            "machine path",
            "[\"(= `](/home/[a-z]|/root/|/work/|/Users/[a-z])",
            ANY,
            "a path relative to the repository"),
        word(
            "registry host",
            "repo\\.maven\\.apache\\.org|registry\\.npmjs\\.org|pypi\\.org",
            ANY,
            "the ordinary client"),
        word("empty catch", "catch \\([^)]*\\) \\{\\s*\\}", JAVA, "handle it, or let it pass on"),
        word("disabled test", "@Disabled|assumeTrue\\(", TESTS, "mend the test or the code"),
        word(
            "vague name",
            "\\b(class|interface|record|enum) (?!DataHelper\\b)\\w*(Impl|Manager|Helper|Utils?)\\b",
            JAVA,
            "what it is for, or what makes it special"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void noFileHolds(Word word) {
    List<String> found = new ArrayList<>();
    for (String file : Repository.files()) {
      if (word.where().matcher(file).matches() && !exempt(file) && isText(file)) {
        word.pattern()
            .matcher(Repository.read(file))
            .results()
            .map(match -> file + ": " + match.group())
            .forEach(found::add);
      }
    }

    assertThat(found).as(word.name() + "; write instead: " + word.instead()).isEmpty();
  }

  @Test
  void eachWordIsFoundWhereItStands() {
    assertThat(hit("leftover", "// TODO later")).isTrue();
    assertThat(hit("machine path", "cd \"/home/ann/netra\"")).isTrue();
    assertThat(hit("registry host", "https://registry.npmjs.org/ws")).isTrue();
    assertThat(hit("empty catch", "catch (IOException e) { }")).isTrue();
    assertThat(hit("disabled test", "@Disabled")).isTrue();
    assertThat(hit("vague name", "class StoreManager {")).isTrue();
    assertThat(hit("vague name", "class StoreManaged {")).isFalse();
  }

  private static boolean hit(String name, String text) {
    return words()
        .filter(word -> word.name().equals(name))
        .anyMatch(word -> word.pattern().matcher(text).find());
  }

  private static boolean exempt(String file) {
    return EXEMPT.contains(file)
        || file.contains("/src/test/resources/")
        || file.contains("/seeds/")
        || file.contains("/seed/");
  }

  private static boolean isText(String file) {
    return Pattern.matches(
        ".*\\.(java|md|sh|yaml|yml|xml|json|ts|tsx|sql|properties|txt|py|html|css)|netra|\\.ci/run|mvnw",
        file);
  }

  private static Word word(String name, String pattern, Pattern where, String instead) {
    return new Word(name, Pattern.compile(pattern), where, instead);
  }
}
