package ai.netra.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links that open a report without a token. */
@ExtendWith(People.class)
@Tag("p4")
@Tag("area:answers")
class SharesE2E {

  @Test
  @DisplayName("H125 A share link opens its report without a token, as a page that loads nothing")
  void opensOneReport(Identity ann) {
    String id = report(ann);
    Answer share = Rest.backend().as(ann).post("/api/reports/" + id + "/share", "");
    Answer page = Rest.backend().get(path(share));

    assertThat(share.status()).isEqualTo(201);
    assertThat(share.header("Location")).isEqualTo(share.text("/url"));
    assertThat(Duration.between(Instant.now(), Instant.parse(share.text("/expires_at"))))
        .isBetween(Duration.ofDays(6), Duration.ofDays(7));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "sha256-");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.body()).contains(id, "3.50 USD").doesNotContain("<script", "http://");
  }

  @Test
  @DisplayName("H126 An ended link is 404, as one that was altered or never made")
  void endedIsGone(Identity ann) {
    String id = report(ann);
    Rest owner = Rest.backend().as(ann);
    Answer first = owner.post("/api/reports/" + id + "/share", "");
    String altered = path(first).replaceFirst("\\.([0-9]+)\\.", ".9$1.");
    Answer forged = Rest.backend().get(altered);
    Answer ended = owner.delete("/api/reports/" + id + "/share");
    Answer gone = Rest.backend().get(path(first));

    assertThat(first.status()).isEqualTo(201);
    assertThat(ended.status()).isEqualTo(204);
    assertThat(gone.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(forged.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(forged.text("/message")).isEqualTo(gone.text("/message"));
  }

  @Test
  @DisplayName("H127 The link of a deleted report opens nothing, nor does one of a deleted thread")
  void deletedIsGone(Identity ann) {
    Rest owner = Rest.backend().as(ann);
    String deleted = report(ann);
    Answer one = owner.post("/api/reports/" + deleted + "/share", "");
    String hidden = report(ann);
    Answer two = owner.post("/api/reports/" + hidden + "/share", "");
    String thread = owner.get("/api/reports/" + hidden).text("/thread_id");
    owner.delete("/api/reports/" + deleted);
    owner.delete("/api/threads/" + thread);

    assertThat(one.status()).isEqualTo(201);
    assertThat(two.status()).isEqualTo(201);
    assertThat(Rest.backend().get(path(one)).refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(Rest.backend().get(path(two)).refusal()).isEqualTo("404 NOT_FOUND");
  }

  @Test
  @DisplayName("H160 Nobody shares another's report, or ends its link")
  void foreignReport(Identity ann, Identity bob) {
    String id = report(ann);
    Answer share = Rest.backend().as(ann).post("/api/reports/" + id + "/share", "");
    Answer his = Rest.backend().as(bob).post("/api/reports/" + id + "/share", "");
    Answer end = Rest.backend().as(bob).delete("/api/reports/" + id + "/share");

    assertThat(his.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(end.refusal()).isEqualTo("404 NOT_FOUND");
    Answer still = Rest.backend().get(path(share));
    assertThat(still.status()).isEqualTo(200);
    assertThat(still.body()).contains(id);
  }

  /** The link names the public address; a test asks where it was told to. */
  private static String path(Answer share) {
    return URI.create(share.text("/url")).getPath();
  }

  /** 1 000 calls of (1 000, 100): 3.50 USD. */
  private static String report(Identity owner) {
    Usage.importCsv(owner, Usage.csv(1_000, 10, "acme/premium", "shop", 1_000, 100));
    return Chat.execute(
            owner, Map.of("agent_type", "supervisor", "content", "What do I spend, and on what?"))
        .at("/report_id")
        .asString();
  }
}
