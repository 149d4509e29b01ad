package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One seed a rule, which must fire it, and one honest test, which must fire none. */
final class RuleSelfTest {

  private static final String TYPE = "Seeds";
  private static final String CLEAN = "clean";

  /** A method is named after the rule that it must fire. */
  private static final String SEEDS =
      """
      import static org.junit.jupiter.api.Assertions.*;
      import org.junit.jupiter.api.Test;

      class Seeds {
        private final Client client = new Client();

        @Test void clean() { assertEquals(200, client.status()); }

        @Test void no_assertion() { client.status(); }

        @Test void own_values() { client.status(); double p95 = 85.0; assertTrue(p95 < 100); }

        @Test void only_time() {
          long start = System.nanoTime();
          client.status();
          assertTrue(System.nanoTime() - start > 0);
        }

        @Test void only_not_null() { assertNotNull(client.answer()); }

        @Test void swallowed_failure() {
          try { assertEquals(200, client.status()); } catch (Exception | AssertionError e) { e.getMessage(); }
        }

        @Test void early_exit() {
          if (client.status() != 200) { return; }
          assertEquals(200, client.status());
        }

        @Test void wide_status() {
          int status = client.status();
          assertTrue(status == 200 || status == 401);
        }

        @Test void mock_client() { assertEquals(200, new FakeClient().status()); }

        @Test void bare_sleep() throws Exception {
          Thread.sleep(1500);
          assertEquals(200, client.status());
        }

        @Test void retried_body() {
          for (int i = 0; i < 3; i++) {
            try {
              assertEquals(200, client.status());
              return;
            } catch (AssertionError e) {
              if (i == 2) { throw e; }
            }
          }
        }

        @Test void inverted_test() {
          assertThrows(AssertionError.class, () -> assertEquals(200, client.status()));
        }

        static class Client {
          int status() { return answer().hashCode(); }

          Object answer() { return java.net.http.HttpClient.newHttpClient(); }
        }

        static class FakeClient {
          int status() { return 200; }
        }
      }
      """;

  private RuleSelfTest() {}

  /** The rules that give a wrong answer; none where all are right. */
  static List<String> wrong() {
    SourceReader reader = new SourceReader(Path.of(""), List.of());
    SourceFile file = reader.read(TYPE + ".java", SEEDS.getBytes(StandardCharsets.UTF_8));
    JavaSources sources = JavaSources.of(List.of(file), List.of());
    Optional<String> spare =
        sources.smells(TYPE, CLEAN).stream().map(Smells.Finding::rule).findFirst();
    Stream<String> silent =
        SmellRules.ALL.stream().map(SmellRule::name).filter(it -> !fires(sources, it));
    return Stream.concat(spare.stream(), silent).distinct().toList();
  }

  private static boolean fires(JavaSources sources, String rule) {
    return sources.smells(TYPE, rule.replace('-', '_')).stream()
        .anyMatch(it -> it.rule().equals(rule));
  }
}
