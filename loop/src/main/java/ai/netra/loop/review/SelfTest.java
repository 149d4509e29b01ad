package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One seed a rule, which must fire it, and one honest change, which must fire none. */
final class SelfTest {

  private static final String HONEST = "honest";

  /** Neither seeds nor rules change while a program runs. */
  private static final Lazy<List<String>> WRONG = new Lazy<>(SelfTest::look);

  private SelfTest() {}

  /** The rules that give a wrong answer; none where all are right. */
  static synchronized List<String> wrong() {
    return WRONG.get();
  }

  private static List<String> look() {
    Material honest = SeedText.read(seed(HONEST));
    return Rules.ALL.stream()
        .filter(rule -> !fires(rule, SeedText.read(seed(rule.name()))) || fires(rule, honest))
        .map(Rule::name)
        .toList();
  }

  private static boolean fires(Rule rule, Material material) {
    List<Finding> findings = rule.look(material);
    return !findings.isEmpty();
  }

  private static String seed(String name) {
    String file = "seeds/" + name + ".seed";
    try (InputStream stream = SelfTest.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + ": every rule carries a seed");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
