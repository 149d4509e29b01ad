package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.AtOnce;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of lists, idempotency keys and rates. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:rest")
class ListsAndKeysE2E {

  /** Two tokens come back a second: so many at once are taken faster than that on any machine. */
  private static final int FASTER_THAN_THE_REFILL = 30;

  /** The bucket holds 120; what comes back while they are answered stays far below the rest. */
  private static final int MORE_THAN_A_MINUTE_HOLDS = 240;

  @Test
  @DisplayName("H37 Pages give every row once while rows are added")
  void pagesGiveEveryRowOnce(Identity ann) {
    Rest client = Rest.backend().as(ann);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(client.post("/api/threads", "{\"title\":\"T" + i + "\"}").text("/id"));
    }
    Answer page = client.get("/api/threads?limit=2");
    client.post("/api/threads", "{\"title\":\"late\"}");
    List<String> seen = new ArrayList<>(Json.texts(page.json().at("/data"), "/id"));
    while (page.json().at("/has_more").asBoolean()) {
      page = client.get("/api/threads?limit=2&page_token=" + page.text("/next_page_token"));
      seen.addAll(Json.texts(page.json().at("/data"), "/id"));
    }

    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "page_token=nonsense"})
  @DisplayName("H38 Limits outside 1..100 and bad page tokens are 422")
  void badPagesAre422(String query) {
    Identity ann = Identity.fresh();
    Answer answer = Rest.backend().as(ann).get("/api/threads?" + query);

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(answer.text("/details/violations/0/field")).isEqualTo(query.split("=", -1)[0]);
  }

  @Test
  @DisplayName("H39 Each filter of imports, tools and reports narrows")
  void filtersNarrow(Identity ann) {
    Rest client = Rest.backend().as(ann);
    Usage.importCsv(ann, Usage.csv(20, 2, "acme/premium", "search", 1_000, 100));
    Usage.finished(
        ann,
        Usage.send(
            ann,
            "/api/usage/imports?dataset=other",
            "text/csv",
            Usage.csv(10, 1, "acme/small", "chat", 1_000, 100).getBytes(StandardCharsets.UTF_8)));
    Chat.execute(ann, Map.of("content", "What do I spend?", "agent_type", "supervisor"));

    assertThat(Json.texts(client.get("/api/usage/imports").listed(), "/dataset"))
        .containsExactly("other", "default");
    assertThat(Json.texts(client.get("/api/usage/imports?dataset=other").listed(), "/dataset"))
        .containsExactly("other");
    assertThat(client.get("/api/usage/imports?state=failed").listed()).isEmpty();
    assertThat(Json.texts(client.get("/api/tools?category=optimisation").listed(), "/name"))
        .containsExactly("portfolio_optimise", "what_if");
    String kind = client.get("/api/reports").listed().at("/0/kind").asString();
    String other = kind.equals("full") ? "guidance" : "full";
    assertThat(client.get("/api/reports?kind=" + other).listed()).isEmpty();
    assertThat(Json.texts(client.get("/api/reports?kind=" + kind).listed(), "/kind"))
        .containsExactly(kind);
  }

  @Test
  @DisplayName("H40 An empty list is a list")
  void emptyListIsAList(Identity ann) {
    Answer answer = Rest.backend().as(ann).get("/api/runs");

    assertThat(answer.json().at("/data").isArray()).isTrue();
    assertThat(answer.json().at("/data").size()).isZero();
    assertThat(answer.json().at("/has_more").asBoolean(true)).isFalse();
    assertThat(answer.json().at("/next_page_token").isNull()).isTrue();
  }

  @Test
  @DisplayName("H41 The same key and body give the first answer, marked")
  void sameKeySameAnswer(Identity ann) {
    Rest client = Rest.backend().as(ann).header("Idempotency-Key", "k-1");
    Answer first = client.post("/api/threads", "{\"title\":\"Once\"}");
    Answer again = client.post("/api/threads", "{\"title\":\"Once\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(first.text("/title")).isEqualTo("Once");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  @DisplayName("H42 The same key with another body is 422")
  void otherBodyConflicts(Identity ann) {
    Rest client = Rest.backend().as(ann).header("Idempotency-Key", "k-1");
    client.post("/api/threads", "{\"title\":\"Once\"}");

    assertThat(client.post("/api/threads", "{\"title\":\"Twice\"}").refusal())
        .isEqualTo("422 IDEMPOTENCY_CONFLICT");
  }

  @Test
  @DisplayName("H44 Twenty at once make one thing")
  void manyAtOnceMakeOne(Identity ann) {
    Rest client = Rest.backend().as(ann).header("Idempotency-Key", "k-1");
    List<Answer> answers =
        AtOnce.send(20, () -> client.post("/api/threads", "{\"title\":\"Once\"}"));

    assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
    assertThat(Json.texts(Rest.backend().as(ann).get("/api/threads").listed(), "/title"))
        .containsExactly("Once");
  }

  @Test
  @DisplayName("H45 Keys of two users never meet")
  void keysOfTwoUsers(Identity ann, Identity bob) {
    Answer first =
        Rest.backend()
            .as(ann)
            .header("Idempotency-Key", "k-1")
            .post("/api/threads", "{\"title\":\"A\"}");
    Answer second =
        Rest.backend()
            .as(bob)
            .header("Idempotency-Key", "k-1")
            .post("/api/threads", "{\"title\":\"B\"}");

    assertThat(first.text("/title")).isEqualTo("A");
    assertThat(second.text("/title")).isEqualTo("B");
    assertThat(second.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  @DisplayName("H47 The three headers of a limited route count down")
  void rateHeadersCountDown(Identity ann) {
    Instant began = Instant.now();
    Rest client = Rest.backend().as(ann);
    Answer first = client.get("/api/threads");
    List<Answer> burst = AtOnce.send(FASTER_THAN_THE_REFILL, () -> client.get("/api/threads"));

    assertThat(number(first, "X-RateLimit-Limit")).isEqualTo(120);
    assertThat(burst).allMatch(answer -> answer.listed().isEmpty());
    assertThat(burst)
        .extracting(answer -> number(answer, "X-RateLimit-Remaining"))
        .anyMatch(remaining -> remaining < number(first, "X-RateLimit-Remaining"));
    assertThat(burst)
        .allMatch(answer -> number(answer, "X-RateLimit-Reset") >= began.getEpochSecond());
  }

  @Test
  @DisplayName("H48 Over the rate it is 429 with Retry-After, and H49 another user is not touched")
  void overTheRateIs429(Identity ann, Identity bob) {
    Rest client = Rest.backend().as(ann);
    List<Answer> answers = AtOnce.send(MORE_THAN_A_MINUTE_HOLDS, () -> client.get("/api/threads"));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allMatch(answer -> answer.refusal().equals("429 RATE_LIMITED"))
        .allMatch(answer -> number(answer, "Retry-After") > 0);
    assertThat(Rest.backend().as(bob).get("/api/threads").listed()).isEmpty();
  }

  @Test
  @DisplayName("H51 Health is exempt from rates")
  void healthIsExempt() {
    Answer answer = Rest.backend().get("/health");

    assertThat(answer.text("/status")).isEqualTo("healthy");
    assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
  }

  private static long number(Answer answer, String header) {
    return Long.parseLong(answer.header(header));
  }
}
