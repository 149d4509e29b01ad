package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void manyAtOnceMakeOne(Identity ann) throws InterruptedException, ExecutionException {
    Rest client = Rest.backend().as(ann).header("Idempotency-Key", "k-1");
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(() -> client.post("/api/threads", "{\"title\":\"Once\"}")));
      }
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
      }
    }

    assertThat(statuses).contains(201).containsAnyOf(201, 409).doesNotContain(500);
    assertThat(Rest.backend().as(ann).get("/api/threads").json().at("/data").size()).isEqualTo(1);
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
    Answer first = Rest.backend().as(ann).get("/api/threads");
    Answer second = Rest.backend().as(ann).get("/api/threads");
    Answer third = Rest.backend().as(ann).get("/api/threads");

    assertThat(Integer.parseInt(first.header("X-RateLimit-Limit"))).isEqualTo(120);
    assertThat(Integer.parseInt(third.header("X-RateLimit-Remaining")))
        .isLessThan(Integer.parseInt(first.header("X-RateLimit-Remaining")));
    assertThat(Long.parseLong(second.header("X-RateLimit-Reset"))).isPositive();
  }

  @Test
  @DisplayName("H48 Over the rate it is 429 with Retry-After, and H49 another user is not touched")
  void overTheRateIs429(Identity ann, Identity bob) {
    Rest client = Rest.backend().as(ann);
    Answer answer = client.get("/api/threads");
    for (int i = 0; i < 400 && answer.status() == 200; i++) {
      answer = client.get("/api/threads?limit=1");
    }

    assertThat(answer.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(Rest.backend().as(bob).get("/api/threads").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("H51 Health is exempt from rates")
  void healthIsExempt() {
    Answer answer = Rest.backend().get("/health");

    assertThat(answer.text("/status")).isEqualTo("healthy");
    assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
  }
}
