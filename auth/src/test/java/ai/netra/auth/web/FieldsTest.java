package ai.netra.auth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.contract.error.Violation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class FieldsTest {

  private static Fields fields(String json) {
    return new Fields((ObjectNode) Json.MAPPER.readTree(json));
  }

  @SuppressWarnings("unchecked")
  private static List<Violation> violations(Fields fields) {
    Refused refused = catchThrowableOfType(Refused.class, fields::check);
    return (List<Violation>) Objects.requireNonNull(refused.details().get("violations"));
  }

  @Test
  void allThatBreaksARuleIsToldAtOnce() {
    Fields fields = fields("{\"a\":5,\"b\":\"  \",\"n\":1.5,\"f\":\"x\",\"l\":[1]}");
    String _ = fields.text("a", 10) + fields.text("b", 10) + fields.text("c", 10);
    long _ = fields.number("n", 1, 1, 9);
    boolean _ = fields.flag("f");
    List<String> _ = fields.texts("l", 3);

    assertThat(violations(fields))
        .extracting(Violation::field)
        .containsExactly("a", "b", "c", "n", "f", "l");
  }

  @Test
  void lengthsAreCodePoints() {
    assertThat(fields("{\"a\":\"😀😀\"}").text("a", 2)).isEqualTo("😀😀");
    Fields longer = fields("{\"a\":\"😀😀😀\"}");
    String _ = longer.text("a", 2);
    assertThat(violations(longer).getFirst().rule()).isEqualTo("at most 2 characters");
  }

  @Test
  void aSecretIsNeverRepeated() {
    Fields fields = fields("{\"p\":\"hidden\\u0007\",\"q\":77777}");
    String _ = fields.newSecret("p", 100) + fields.newSecret("q", 100);

    assertThat(violations(fields).toString()).doesNotContain("hidden").doesNotContain("77777");
    assertThat(violations(fields)).extracting(Violation::field).containsExactly("p", "q");
  }

  @Test
  void aSecretThatIsToBeComparedMayBeBlank() {
    Fields fields = fields("{\"p\":\" \"}");

    assertThat(fields.secret("p", 10)).isEqualTo(" ");
    fields.check();
  }
}
