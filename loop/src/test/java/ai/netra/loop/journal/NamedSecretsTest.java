package ai.netra.loop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSecretsTest {

  private static final String NAME =
      "(?:[a-z0-9_.-]{0,40}(?:password|passwd|secret|token|api_?-?key|private_?key|authorization"
          + "|cookie)|code_verifier|ticket|jwt)";
  private static final Pattern MEMBER =
      Pattern.compile("(?i)\"" + NAME + "\"\\s*:\\s*\"(?<value>(?:[^\"\\\\]|\\\\.)+)");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)(?:^|[?&;\\s])" + NAME + "=(?<value>[^&;\\s\"#\\[]+)");
  private static final List<String> PIECES =
      List.of(
          "\"",
          ":",
          "=",
          "&",
          "?",
          ";",
          " ",
          "\n",
          ",",
          "{",
          "}",
          "#",
          "[",
          ".",
          "-",
          "_",
          "\\\"",
          "token",
          "Token",
          "tokens",
          "access_",
          "apikey",
          "api_-key",
          "ticket",
          "my",
          "jwt",
          "Cookie",
          "secret",
          "passwd",
          "value",
          "a1",
          "x".repeat(41));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"input_tokens\":\"x\"}",
        "{\"my_ticket\":\"x\"}",
        "{\"token\":17}",
        "{\"token\":\"\"}",
        "a_jwt=abc",
        "xtoken:abc",
        "{\"AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDEtoken\":\"x\"}"
      })
  void whatIsNamedOtherwiseStays(String text) {
    assertThat(spans(text)).isEmpty();
  }

  @Test
  void anyTextGivesWhatThePatternsGive() {
    Random random = new Random(20260105);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(14); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(spans(text.toString())).as("<%s>", text).containsAll(byPattern(text.toString()));
    }
  }

  private static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    NamedSecrets.add(text, text.toLowerCase(Locale.ROOT), spans);
    return spans;
  }

  private static List<Span> byPattern(String text) {
    List<Span> spans = new ArrayList<>();
    for (Pattern pattern : List.of(MEMBER, PARAMETER)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        spans.add(new Span(matcher.start("value"), matcher.end("value")));
      }
    }
    return spans;
  }
}
