package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.PARENT;
import static ai.netra.loop.gateway.Relay.rest;
import static ai.netra.loop.gateway.Relay.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.Exchange;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends before its time, and whose it is that nobody asked for. */
@Timeout(60)
class GatewayEndsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\ncontent-LENGTH:2\r\nX-Odd:  a\t \r\n\r\nhi";

  @Test
  void aDeadServiceIsAClosedConnectionAtOnce() throws Exception {
    RawService dead = RawService.answering(OK);
    dead.close();
    try (Relay relay = new Relay(dead.port());
        Socket client = relay.toFront()) {
      relay.call(null);
      send(client, "GET /x HTTP/1.1\r\ntraceparent: " + PARENT + "\r\n\r\n");
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
      assertThat(relay.exchange())
          .extracting(Exchange::path, Exchange::complete, Exchange::status)
          .containsExactly("/x", false, null);
    }
  }

  @Test
  void aServiceThatDiesInTheMiddleLeavesAnIncompleteExchange() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    RawService.Script script =
        (_, socket) -> {
          RawService.head(socket);
          send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
          await(seen);
          socket.setSoLinger(true, 0);
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, get("/"));
      assertThat(RawService.until(client, "half")).endsWith("half");
      seen.countDown();
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
      assertThat(relay.exchange())
          .extracting(Exchange::complete, Exchange::status)
          .containsExactly(false, null);
    }
  }

  @Test
  void theServiceSeesTheClientsOwnAddress() throws Exception {
    RawService.Script script =
        (_, socket) -> {
          RawService.head(socket);
          send(socket, "HTTP/1.1 200 OK\r\n\r\n" + socket.getInetAddress().getHostAddress());
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = Relay.connect("127.0.0.9", relay.front.port())) {
      send(client, get("/"));
      assertThat(rest(client)).endsWith("127.0.0.9");
    }
  }

  @Test
  void aConnectionWithoutAWindowIsRecordedAsNobodys() throws Exception {
    try (RawService service = RawService.answering(OK);
        Relay relay = new Relay(service.port());
        Socket client = relay.toFront()) {
      send(client, get("/"));
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
      relay.gateway.close();
      assertThat(relay.journal.exchanges())
          .singleElement()
          .satisfies(exchange -> assertThat(exchange.key()).isNull())
          .satisfies(exchange -> assertThat(exchange.lane()).isEqualTo(-1));
    }
  }

  @Test
  void aJournalThatRefusesIsToldByTheNextEdge() throws Exception {
    try (RawService service = RawService.answering(OK);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      relay.journal.fill();
      send(client, get("/"));
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
      assertThatThrownBy(() -> relay.gateway.drain(List.of(Relay.KEY), Duration.ofSeconds(10)))
          .hasMessageContaining("could not be recorded: no space left");
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }
}
