package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Frames.ASK;
import static ai.netra.loop.gateway.Frames.YES;
import static ai.netra.loop.gateway.Frames.masked;
import static ai.netra.loop.gateway.Frames.plain;
import static ai.netra.loop.gateway.Relay.KEY;
import static ai.netra.loop.gateway.Relay.TRACE;
import static ai.netra.loop.gateway.Relay.rest;
import static ai.netra.loop.gateway.Relay.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exchange.Frame;
import ai.netra.loop.record.Phase;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GatewaySocketTest {

  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;

  @Test
  void eachFrameIsRecordedAsItWasBeforeMasking() throws Exception {
    byte[] ping = masked(TEXT, "{\"payload\":{\"type\":\"x\"},\"type\":\"ping\"}");
    byte[] large = masked(BINARY, new byte[100_000]);
    try (RawService service = new RawService(Frames::echo);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      open(client);
      client.getOutputStream().write(ping);
      client.getOutputStream().write(large);
      client.getOutputStream().write(masked(CLOSE, Frames.close(1000, "bye")));
      client.shutdownOutput();
      assertThat(rest(client)).hasSize(ping.length + large.length + 6 + 5);
      Exchange exchange = relay.exchange();
      assertThat(exchange.kind()).isEqualTo(Exchange.Kind.SOCKET);
      assertThat(exchange.status()).isEqualTo(101);
      assertThat(exchange.complete()).isTrue();
      Exchange.Socket socket = socket(exchange);
      assertThat(socket.framesIn()).isEqualTo(3);
      assertThat(socket.framesOut()).isEqualTo(3);
      assertThat(socket.frames())
          .filteredOn(frame -> frame.direction().equals("in"))
          .extracting(Frame::opcode, Frame::bytes, Frame::type)
          .containsExactly(
              tuple("text", 38L, "ping"),
              tuple("binary", 100_000L, null),
              tuple("close", 5L, null));
      assertThat(socket)
          .extracting(
              Exchange.Socket::closeCode, Exchange.Socket::closeReason, Exchange.Socket::closedBy)
          .containsExactly(1000, "bye", "client");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xf1, 0x83, 0x09, 0x00, 0x8f})
  void aBadFrameIsPassedOn(int first) throws Exception {
    byte[] bad = plain(first, "unmasked, reserved, fragmented");
    try (RawService service = new RawService(Frames::echo);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      open(client);
      client.getOutputStream().write(bad);
      client.shutdownOutput();
      assertThat(rest(client)).isEqualTo(new String(bad, ISO_8859_1));
      assertThat(socket(relay.exchange()).framesIn()).isEqualTo(1);
    }
  }

  @Test
  void aRefusedHandshakeKeepsItsBody() throws Exception {
    String no = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 14\r\n\r\n{\"error\":true}";
    try (RawService service = RawService.answering(no);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, ASK);
      assertThat(RawService.until(client, "}")).isEqualTo(no);
      assertThat(relay.exchange())
          .extracting(Exchange::kind, Exchange::status, Exchange::complete)
          .containsExactly(Exchange.Kind.HTTP, 401, true);
    }
  }

  @Test
  void aSocketBelongsToTheAttemptOfItsHandshake() throws Exception {
    try (RawService service = new RawService(Frames::echo);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      open(client);
      relay.gateway.end(KEY);
      client.getOutputStream().write(masked(TEXT, "late"));
      client.shutdownOutput();
      assertThat(rest(client)).hasSize(10);
      Exchange exchange = relay.exchange();
      assertThat(exchange.key()).isEqualTo(KEY);
      assertThat(socket(exchange).framesOut()).isEqualTo(1);
    }
  }

  @Test
  void aSocketThatTheServiceDropsWithoutAWordIsNotComplete() throws Exception {
    RawService.Script script =
        (service, socket) -> {
          RawService.head(socket);
          send(socket, YES);
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      open(client);
      assertThat(rest(client)).isEmpty();
      Exchange exchange = relay.exchange();
      assertThat(exchange.complete()).isFalse();
      assertThat(socket(exchange).closedBy()).isEqualTo("service");
    }
  }

  @Test
  void refusingCutsTheOpenSocketsOfTheAttempt() throws Exception {
    try (RawService service = new RawService(Frames::echo);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.gateway.begin(KEY, TRACE, 0, new Fault.Refuse(Phase.CALL));
      open(client);
      relay.gateway.phase(KEY, Phase.CALL);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
      assertThat(relay.exchange().fault()).isEqualTo("refuse");
      assertThat(socket(relay.exchange()).closedBy()).isEqualTo("gateway");
    }
  }

  @Test
  void droppingEndsAnOpenSocketAtTheNextFrameOfTheService() throws Exception {
    try (RawService service = new RawService(Frames::echo);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.gateway.begin(KEY, TRACE, 0, new Fault.Drop(Phase.CALL));
      open(client);
      relay.gateway.phase(KEY, Phase.CALL);
      client.getOutputStream().write(masked(TEXT, "lost"));
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
      assertThat(relay.exchange().fault()).isEqualTo("drop");
      assertThat(socket(relay.exchange()))
          .extracting(Exchange.Socket::framesIn, Exchange.Socket::framesOut)
          .containsExactly(1L, 0L);
    }
  }

  @Test
  void framesAfterTheFirstTwoThousandAreCounted() throws Exception {
    try (RawService service = new RawService(RawService::agreeAndListen);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      open(client);
      byte[] frame = masked(TEXT, "x");
      for (int i = 0; i < 2_500; i++) {
        client.getOutputStream().write(frame);
      }
      client.shutdownOutput();
      assertThat(rest(client)).isEmpty();
      Exchange exchange = relay.exchange();
      assertThat(exchange.request().bytes()).isEqualTo(2_500);
      assertThat(socket(exchange).framesIn()).isEqualTo(2_500);
      assertThat(socket(exchange).frames()).hasSize(2_000);
    }
  }

  @Test
  void aSocketThatNobodyClosesIsCutWhenTheRunIsDrained() throws Exception {
    try (RawService service = new RawService(Frames::echo);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      open(client);
      assertThat(relay.gateway.drain(List.of(KEY), Duration.ofMillis(1))).isFalse();
      assertThat(relay.journal.exchanges())
          .singleElement()
          .extracting(Exchange::complete)
          .isEqualTo(false);
    }
  }

  private static void open(Socket client) throws IOException {
    send(client, ASK);
    assertThat(RawService.head(client)).isEqualTo(YES);
  }

  private static Exchange.Socket socket(Exchange exchange) {
    return Objects.requireNonNull(exchange.socket());
  }
}
