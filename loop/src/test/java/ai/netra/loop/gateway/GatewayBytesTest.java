package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.PARENT;
import static ai.netra.loop.gateway.Relay.rest;
import static ai.netra.loop.gateway.Relay.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.netra.loop.record.Exchange;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GatewayBytesTest {

  private static final String OK = "HTTP/1.1 200 OK\r\ncontent-LENGTH:2\r\nX-Odd:  a\t \r\n\r\nhi";

  @Test
  void whatIsNotNamedKeepsItsBytes() throws Exception {
    String request = "GET /a%20b?q=1 HTTP/1.1\r\nHOST: x\r\nx-Mixed:\t1 ,2 \r\naccept:*/*\r\n\r\n";
    try (RawService service = RawService.answering(OK);
        Relay relay = new Relay(service.port());
        Socket client = relay.toFront()) {
      send(client, request);
      assertThat(service.received().take()).isEqualTo(request);
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredAndRecordedInOrder() throws Exception {
    try (RawService service = RawService.answering(OK);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, get("/1") + get("/2") + get("/3"));
      client.shutdownOutput();
      assertThat(rest(client)).isEqualTo(OK + OK + OK);
      assertThat(relay.exchanges())
          .extracting(Exchange::path, Exchange::status, Exchange::complete)
          .containsExactly(tuple("/1", 200, true), tuple("/2", 200, true), tuple("/3", 200, true));
    }
  }

  @Test
  void chunksPassAsTheyAreAndCountWithoutTheirSizes() throws Exception {
    String chunks = "3;x=y\r\nabc\r\n0a\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n";
    String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    RawService.Script script =
        (_, socket) -> {
          assertThat(RawService.head(socket)).startsWith("POST");
          assertThat(RawService.until(socket, "t\r\n\r\n")).isEqualTo(chunks);
          send(socket, answer);
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
      assertThat(rest(client)).isEqualTo(answer);
      Exchange exchange = relay.exchange();
      assertThat(exchange.request().bytes()).isEqualTo(13);
      assertThat(exchange.response().bytes()).isEqualTo(13);
      assertThat(relay.journal.text(exchange.response().ref())).isEqualTo("abc0123456789");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n{\"error\":true}",
        "HTTP/1.1 414 URI Too Long\r\nContent-Length: 4\r\nConnection: close\r\n\r\nlong"
      })
  void anAnswerToAHeadThatIsTooLongPassesAsItIs(String answer) throws Exception {
    RawService.Script script =
        (_, socket) -> {
          assertThat(RawService.head(socket)).hasSizeGreaterThan(200_000);
          send(socket, answer);
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(rest(client)).isEqualTo(answer);
      assertThat(relay.exchange().status()).isEqualTo(Integer.parseInt(answer.substring(9, 12)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET  HTTP/1.1\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "\u0016\u0003\u0001garbage\r\n\r\n"
      })
  void whatCannotBeReadPassesUnchangedAndIsRecordedAsBytes(String bytes) throws Exception {
    String answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    RawService.Script script =
        (_, socket) -> {
          byte[] seen = socket.getInputStream().readAllBytes();
          assertThat(seen).asString(ISO_8859_1).isEqualTo(bytes);
          send(socket, answer);
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, bytes);
      client.shutdownOutput();
      assertThat(rest(client)).isEqualTo(answer);
      Exchange exchange = relay.exchange();
      assertThat(exchange.kind()).isEqualTo(Exchange.Kind.RAW);
      assertThat(exchange.key()).isEqualTo(Relay.KEY);
      assertThat(exchange.status()).isEqualTo(400);
      assertThat(exchange.request().bytes()).isEqualTo(bytes.length());
    }
  }

  @Test
  void aHeadAnswerHasNoBodyWhateverItsLengthSays() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    try (RawService service = RawService.answering(head);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "HEAD /1 HTTP/1.1\r\nHost: x\r\n\r\nHEAD /2 HTTP/1.1\r\nHost: x\r\n\r\n");
      client.shutdownOutput();
      assertThat(rest(client)).isEqualTo(head + head);
      assertThat(relay.exchanges()).hasSize(2).allMatch(Exchange::complete);
    }
  }

  @Test
  void aClientThatWaitsFor100GetsIt() throws Exception {
    RawService.Script script =
        (_, socket) -> {
          RawService.head(socket);
          send(socket, "HTTP/1.1 100 Continue\r\n\r\n");
          assertThat(RawService.until(socket, "body")).isEqualTo("body");
          send(socket, OK);
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
      assertThat(RawService.head(client)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      send(client, "body");
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
      assertThat(relay.exchange().status()).isEqualTo(200);
    }
  }

  @Test
  void anAnswerBeforeTheEndOfTheRequestArrives() throws Exception {
    String early = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig";
    RawService.Script script =
        (_, socket) -> {
          RawService.head(socket);
          send(socket, early);
          socket.shutdownOutput();
          socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\nsome");
      assertThat(rest(client)).isEqualTo(early);
      assertThat(relay.exchange())
          .extracting(Exchange::status, Exchange::complete)
          .containsExactly(413, true);
    }
  }

  @Test
  void aClientThatEndsItsSideStillGetsItsAnswer() throws Exception {
    RawService.Script script =
        (_, socket) -> {
          byte[] all = socket.getInputStream().readAllBytes();
          assertThat(all).asString(ISO_8859_1).contains("/half");
          send(socket, "HTTP/1.1 200 OK\r\n\r\nto the end");
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toFront()) {
      relay.call(null);
      send(client, "GET /half HTTP/1.1\r\ntraceparent: " + PARENT + "\r\n\r\n");
      client.shutdownOutput();
      assertThat(rest(client)).endsWith("to the end");
      assertThat(relay.exchange().complete()).isTrue();
    }
  }

  @Test
  void theOfferOfHttp2IsTakenOut() throws Exception {
    try (RawService service = RawService.answering(OK);
        Relay relay = new Relay(service.port());
        Socket client = relay.toFront()) {
      String offer = "Connection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAEAA\r\n";
      send(client, "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\n" + offer + "\r\n");
      assertThat(service.received().take()).isEqualTo("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    }
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }
}
