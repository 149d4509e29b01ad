package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.KEY;
import static ai.netra.loop.gateway.Relay.PARENT;
import static ai.netra.loop.gateway.Relay.TRACE;
import static ai.netra.loop.gateway.Relay.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayAttributionTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}";
  private static final String OTHER_TRACE = "ffffffffffffffffffffffffffffffff";

  private RawService service;
  private Relay relay;

  @BeforeEach
  void open() throws IOException {
    service = RawService.answering(OK);
    relay = new Relay(service.port());
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    service.close();
  }

  @Test
  void onTheFrontATraceIdTellsTheAttemptAndTheParentIdIsReplaced() throws Exception {
    relay.call(null);
    try (Socket client = relay.toFront()) {
      ask(client, "traceparent: " + PARENT);
    }
    Exchange exchange = relay.exchange();
    assertThat(exchange.key()).isEqualTo(KEY);
    assertThat(exchange.phase()).isEqualTo(Phase.CALL);
    assertThat(exchange.traceId()).isEqualTo(TRACE);
    assertThat(exchange.clientTraceId()).isNull();
    assertThat(exchange.keys()).containsExactly("a");
    assertThat(seen()).isEqualTo("00-" + TRACE + "-" + exchange.spanId() + "-01");
    assertThat(exchange.spanId()).isNotEqualTo("b7ad6b7169203331");
  }

  @Test
  void onTheFrontNothingIsSetWhereNoTraceIsSent() throws Exception {
    relay.call(null);
    try (Socket client = relay.toFront()) {
      ask(client, "X-Other: 1");
    }
    relay.close();
    assertThat(service.received().take()).doesNotContain("traceparent");
    assertThat(relay.journal.exchanges()).singleElement().extracting(Exchange::key).isNull();
  }

  @Test
  void aTraceThatIsNobodysIsPassedOnUnderANewParent() throws Exception {
    relay.call(null);
    try (Socket client = relay.toFront()) {
      ask(client, "traceparent: 00-" + OTHER_TRACE + "-b7ad6b7169203331-01");
    }
    relay.close();
    Exchange exchange = relay.journal.exchanges().getFirst();
    assertThat(exchange.key()).isNull();
    assertThat(seen()).isEqualTo("00-" + OTHER_TRACE + "-" + exchange.spanId() + "-01");
  }

  @Test
  void onALaneTheAttemptsTraceIsSetWhereNoneIsSent() throws Exception {
    relay.call(null);
    try (Socket client = relay.toLane()) {
      ask(client, "X-Other: 1");
    }
    Exchange exchange = relay.exchange();
    assertThat(exchange.key()).isEqualTo(KEY);
    assertThat(seen()).isEqualTo("00-" + TRACE + "-" + exchange.spanId() + "-01");
  }

  @Test
  void onALaneTheClientsOwnTraceIsKeptAndMapped() throws Exception {
    relay.call(null);
    try (Socket client = relay.toLane()) {
      ask(client, "traceparent: 00-" + OTHER_TRACE + "-b7ad6b7169203331-01");
    }
    Exchange exchange = relay.exchange();
    assertThat(exchange.key()).isEqualTo(KEY);
    assertThat(exchange.traceId()).isEqualTo(OTHER_TRACE);
    assertThat(exchange.clientTraceId()).isEqualTo(OTHER_TRACE);
    assertThat(seen()).isEqualTo("00-" + OTHER_TRACE + "-" + exchange.spanId() + "-01");
  }

  @Test
  void aTraceThatIsNotWellFormedStaysAsItIs() throws Exception {
    relay.call(null);
    try (Socket client = relay.toLane()) {
      ask(client, "traceparent: 00-xyz");
    }
    assertThat(relay.exchange().spanId()).isNull();
    assertThat(seen()).isEqualTo("00-xyz");
  }

  @Test
  void oneConnectionCarriesTheCallsOfEachAttemptAndPhase() throws Exception {
    TestKey next = new TestKey("e2e", "next", 1, Mode.VERDICT);
    try (Socket client = relay.toLane()) {
      relay.gateway.begin(KEY, TRACE, 0, null);
      ask(client, "X: 1");
      relay.gateway.phase(KEY, Phase.CALL);
      ask(client, "X: 1");
      relay.gateway.phase(KEY, Phase.TEARDOWN);
      ask(client, "X: 1");
      relay.gateway.end(KEY);
      ask(client, "X: 1");
      relay.gateway.begin(next, OTHER_TRACE, 0, null);
      ask(client, "X: 1");
    }
    relay.close();
    assertThat(relay.journal.exchanges())
        .extracting(Exchange::phase)
        .containsExactly(Phase.SETUP, Phase.CALL, Phase.TEARDOWN, null, Phase.SETUP);
    assertThat(relay.journal.exchanges())
        .extracting(Exchange::key)
        .containsExactly(KEY, KEY, KEY, null, next);
  }

  @Test
  void aLaneRunsOneAttemptAtATime() {
    relay.gateway.begin(KEY, TRACE, 0, null);
    TestKey next = new TestKey("e2e", "next", 1, Mode.VERDICT);
    assertThatThrownBy(() -> relay.gateway.begin(next, OTHER_TRACE, 0, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one attempt at a time");
  }

  @Test
  void aLaneShowsTheServiceItsPublicAddressAndTheClientTheLanes() throws Exception {
    String lane = "127.0.0.1:" + relay.lanePort();
    String open = "localhost:" + relay.front.port();
    String answer =
        """
        HTTP/1.1 302 Found\r
        Location: http://%s/next?to=http://%s/\r
        Access-Control-Allow-Origin: http://%s\r
        Set-Cookie: a=b; Path=/; Domain=localhost; Secure\r
        Content-Length: %d\r
        \r
        http://%s"""
            .formatted(open, open, open, open.length() + 7, open);
    try (RawService redirecting = RawService.answering(answer)) {
      relay.gateway.upstream("api", redirecting.port());
      try (Socket client = relay.toLane()) {
        send(client, "GET / HTTP/1.1\r\nHost: " + lane + "\r\nOrigin: http://" + lane + "\r\n\r\n");
        assertThat(RawService.head(client))
            .contains("Location: http://" + lane + "/next?to=http://" + open + "/\r\n")
            .contains("Access-Control-Allow-Origin: http://" + lane + "\r\n")
            .contains("Set-Cookie: a=b; Path=/; Domain=127.0.0.1; Secure\r\n");
        assertThat(RawService.until(client, open)).isEqualTo("http://" + open);
      }
      assertThat(redirecting.received().take())
          .contains("Host: " + open + "\r\nOrigin: http://" + open + "\r\n");
    }
  }

  @Test
  void aForeignHostOrOriginIsNotMapped() throws Exception {
    relay.call(null);
    try (Socket client = relay.toLane()) {
      ask(client, "Origin: http://evil.example:" + relay.lanePort());
    }
    assertThat(service.received().take())
        .contains("Host: x\r\n", "Origin: http://evil.example:" + relay.lanePort());
  }

  @Test
  void aTakenPublicPortFallsBackToAFreeOneAndSaysSo() {
    Front other = relay.gateway.front("other", relay.front.port());
    assertThat(other.fellBack()).isTrue();
    assertThat(other.port()).isNotEqualTo(relay.front.port());
    assertThat(other.url()).isEqualTo("http://localhost:" + other.port());
    assertThat(relay.front.fellBack()).isFalse();
  }

  /** The value of the traceparent that the service saw. */
  private String seen() throws InterruptedException {
    return service
        .received()
        .take()
        .lines()
        .filter(line -> line.startsWith("traceparent: "))
        .map(line -> line.substring("traceparent: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static void ask(Socket client, String field) throws IOException {
    send(client, "GET / HTTP/1.1\r\nHost: x\r\n" + field + "\r\n\r\n");
    assertThat(RawService.until(client, "}")).isEqualTo(OK);
  }
}
