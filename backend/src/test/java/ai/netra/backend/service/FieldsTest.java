package ai.netra.backend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void allViolationsComeAtOnceWithFieldRuleAndValue() {
    Fields fields = Fields.of(Map.of("content", "", "limit", 101, "flag", "yes"));
    fields.text("content", 1, 10_000);
    fields.integer("limit", 1, 100, 20);
    fields.flag("flag", false);
    fields.text("missing", 1, 5);

    Refused refused = catchThrowableOfType(Refused.class, fields::check);

    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
    assertThat(refused).hasMessage("content: 1 to 10000 characters, got 0");
    assertThat(refused.details().get("violations"))
        .isEqualTo(
            List.of(
                new Violation("content", "1..10000 characters", ""),
                new Violation("limit", "integer 1..100", "101"),
                new Violation("flag", "true or false", "yes"),
                new Violation("missing", "1..5 characters", "nothing")));
  }

  @Test
  void objectsOfAListAreReadByTheirPlace() {
    Map<String, Object> good = Map.of("ratio", 0.5);
    Map<String, Object> bad = Map.of("ratio", 7);
    Fields fields = Fields.of(Map.of("changes", List.of(good, bad), "other", List.of("text")));

    List<BigDecimal> ratios =
        fields.items("changes", 2).stream()
            .map(item -> item.optionalNumber("ratio", BigDecimal.ZERO, BigDecimal.ONE))
            .toList();
    boolean none = fields.items("other", 2).isEmpty() && fields.items("absent", 2).isEmpty();
    Refused refused = catchThrowableOfType(Refused.class, fields::check);

    assertThat(none).isTrue();
    assertThat(ratios.getFirst()).isEqualByComparingTo("0.5");
    assertThat(refused.details().get("violations"))
        .isEqualTo(
            List.of(
                new Violation("changes[1].ratio", "number 0..1", "7"),
                new Violation("other", "up to 2 objects", "an array")));
  }

  @Test
  void charactersAreCodePointsAfterTrimming() {
    Fields fields = Fields.of(Map.of("content", "  \uD83D\uDE00\uD83D\uDE00  "));

    assertThat(fields.text("content", 1, 2)).isEqualTo("\uD83D\uDE00\uD83D\uDE00");
    fields.check();
  }

  @Test
  void halfASurrogatePairIsNoText() {
    Fields fields = Fields.of(Map.of("content", "a\uD83D"));
    fields.text("content", 1, 10);

    assertThat(catchThrowableOfType(Refused.class, fields::check)).isNotNull();
  }

  @Test
  void aNestedFieldIsNamedByItsPath() {
    Fields fields = Fields.of(Map.of("settings", Map.of("timeout_seconds", 121)));
    fields.nested("settings").integer("timeout_seconds", 1, 120, 120);

    assertThat(catchThrowableOfType(Refused.class, fields::check))
        .hasMessage("settings.timeout_seconds: integer 1 to 120, got 121");
  }

  @Test
  void aQueryReadsNumbersFromText() {
    Fields fields = Fields.ofQuery(Map.of("limit", "7"));

    assertThat(fields.integer("limit", 1, 100, 20)).isEqualTo(7);
    fields.check();
  }

  @Test
  void aNumberAsTextIsNoNumberInABody() {
    Fields fields = Fields.of(Map.of("limit", "7"));
    fields.integer("limit", 1, 100, 20);

    assertThat(catchThrowableOfType(Refused.class, fields::check)).isNotNull();
  }

  @Test
  void whatIsReceivedIsCutAtAHundredCharacters() {
    Fields fields = Fields.of(Map.of("title", "x".repeat(300)));
    fields.text("title", 1, 200);

    Refused refused = catchThrowableOfType(Refused.class, fields::check);

    assertThat(refused).hasMessage("title: 1 to 200 characters, got 300");
    assertThat(refused.details().get("violations"))
        .isEqualTo(List.of(new Violation("title", "1..200 characters", "x".repeat(100))));
  }
}
