package seeds;

import static org.assertj.core.api.Assertions.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.*;
import support.*;

class NoAssertionClean {
  private final Client client = Client.create();

  @Test
  void aHelperAsserts() {
    client.get("/items").expect(200);
  }

  @Test
  void aHelperOfTheClassAssertsInALambda() {
    each(answer -> assertEquals(200, answer.status()));
  }

  @Test
  void aHelperThrowsAnAssertionError() {
    requireOk(client.get("/items"));
  }

  @Test
  void aSchemaIsChecked() {
    client.get("/items").matchesSchema("/schemas/items.json");
  }

  @Test
  void aMethodReferenceChecks() {
    List.of(client.get("/a"), client.get("/b")).forEach(this::requireOk);
  }

  @Test
  void softly() {
    Answer answer = client.get("/items");
    assertSoftly(softly -> softly.assertThat(answer.status()).isEqualTo(200));
  }

  @Test
  void theReceiverIsOfAnUnknownType() {
    Map<String, Answer> answers = Map.of("a", client.get("/a"));
    answers.get("a").expect(200);
  }

  private void each(java.util.function.Consumer<Answer> check) {
    check.accept(client.get("/a"));
    check.accept(client.get("/b"));
  }

  private void requireOk(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError("status " + answer.status());
    }
  }
}
