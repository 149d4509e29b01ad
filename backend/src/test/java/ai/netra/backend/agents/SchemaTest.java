package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** H137: what an argument must be is shown and checked by one definition. */
class SchemaTest {

  private static final ObjectSchema TAKES =
      ObjectSchema.EMPTY
          .requiring("name", Schema.text())
          .with("day", Schema.day())
          .with("share", Schema.between(BigDecimal.ZERO, BigDecimal.ONE))
          .with("rate", Schema.positive())
          .with("limit", Schema.integer(1, 10))
          .with("ttl", Schema.oneOf(List.of(300, 3_600)))
          .with("all", Schema.flag())
          .with("words", new ListSchema(Schema.text(), 1, 2))
          .with(
              "change",
              KindSchema.EMPTY
                  .with("drop", ObjectSchema.EMPTY.requiring("feature", Schema.text()))
                  .with("ttl", ObjectSchema.EMPTY.with("seconds", Schema.integer(1, 9))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\"}",
        "{\"name\":\"a\",\"day\":\"2026-02-28\",\"share\":1,\"rate\":0.1,\"limit\":10}",
        "{\"name\":\"a\",\"ttl\":300.0,\"all\":false,\"words\":[\"b\",\"c\"]}",
        "{\"name\":\"a\",\"change\":{\"type\":\"drop\",\"feature\":\"shop\"}}"
      })
  void whatFitsIsTaken(String json) {
    assertThat(broken(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name: text of 1 to 256 characters, got nothing",
        "{\"name\":\"\"}|'name: text of 1 to 256 characters, got '",
        "{\"name\":null}|name: text of 1 to 256 characters, got null",
        "{\"name\":\"a\",\"dya\":1}|dya: a name that is taken here (nearest: day), got 1",
        "{\"name\":\"a\",\"day\":\"2026-02-30\"}|day: a UTC day such as 2026-01-05, got 2026-02-30",
        "{\"name\":\"a\",\"share\":1.01}|share: a number 0 to 1, got 1.01",
        "{\"name\":\"a\",\"rate\":0}|rate: a number above 0, got 0",
        "{\"name\":\"a\",\"limit\":\"3\"}|limit: an integer 1 to 10, got 3",
        "{\"name\":\"a\",\"limit\":11}|limit: an integer 1 to 10, got 11",
        "{\"name\":\"a\",\"ttl\":301}|ttl: one of 300, 3600, got 301",
        "{\"name\":\"a\",\"all\":1}|all: true or false, got 1",
        "{\"name\":\"a\",\"words\":[]}|words: a list of 1 to 2, got an array of 0",
        "{\"name\":\"a\",\"words\":[7]}|words[0]: text of 1 to 256 characters, got 7",
        "{\"name\":\"a\",\"change\":[]}|change: an object with a type, got an array of 0",
        "{\"name\":\"a\",\"change\":{}}|change.type: one of drop, ttl, got nothing",
        "{\"name\":\"a\",\"change\":{\"type\":\"rise\"}}|change.type: one of drop, ttl, got rise",
        "{\"name\":\"a\",\"change\":{\"type\":\"ttl\",\"feature\":\"b\"}}"
            + "|change.feature: a name that is taken here (nearest: type), got b"
      })
  void whatDoesNotFitIsNamedWithRuleAndValue(String json, String message) {
    Refused refused = catchThrowableOfType(Refused.class, () -> checked(json).check());

    assertThat(refused).hasMessage(message);
    assertThat(broken(json)).hasSize(1);
  }

  @Test
  void allThatIsBrokenIsListedAtOnce() {
    assertThat(broken("{\"day\":1,\"share\":2,\"words\":[1,\"b\"],\"x\":0}"))
        .containsExactly("name", "day", "share", "words[0]", "x");
  }

  @ParameterizedTest
  @MethodSource("tools")
  void everyToolShowsThatItTakesNoOtherNames(ToolSpec tool) {
    assertThat(tool.view().parameters()).containsEntry("additionalProperties", false);
    assertThat(broken(tool.parameters(), "{\"windw\":{}}")).contains("windw");
  }

  static List<ToolSpec> tools() {
    return ToolRegistry.all();
  }

  private static List<String> broken(String json) {
    return broken(TAKES, json);
  }

  private static List<String> broken(Schema schema, String json) {
    Refused refused = catchThrowableOfType(Refused.class, () -> checked(schema, json).check());
    if (refused == null) {
      return List.of();
    }
    List<?> violations = (List<?>) Objects.requireNonNull(refused.details().get("violations"));
    return violations.stream().map(each -> ((Violation) each).field()).toList();
  }

  private static Fields checked(String json) {
    return checked(TAKES, json);
  }

  @SuppressWarnings("unchecked") // an object of JSON has text keys
  private static Fields checked(Schema schema, String json) {
    Fields fields = Fields.of((Map<String, Object>) Json.mapper().readValue(json, Map.class));
    schema.check(new Place(fields, ""), fields.all());
    return fields;
  }
}
