package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.KEY;
import static ai.netra.loop.gateway.Relay.PARENT;
import static ai.netra.loop.gateway.Relay.TRACE;
import static ai.netra.loop.gateway.Relay.rest;
import static ai.netra.loop.gateway.Relay.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Phase;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayFaultTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  private static final String TRACED = "GET /t HTTP/1.1\r\ntraceparent: " + PARENT + "\r\n\r\n";
  private static final String PLAIN = "GET /p HTTP/1.1\r\nHost: x\r\n\r\n";

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
  void onTheFrontARefusedCallIsKnownByItsTraceAndFailsAtOnce() throws Exception {
    relay.call(new Fault.Refuse(Phase.CALL));
    try (Socket client = relay.toFront();
        Socket nobodys = relay.toFront()) {
      send(client, TRACED);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
      send(nobodys, PLAIN);
      assertThat(RawService.until(nobodys, "hi")).isEqualTo(OK);
    }
    assertThat(relay.exchange())
        .extracting(Exchange::path, Exchange::fault, Exchange::complete, Exchange::status)
        .containsExactly("/t", "refuse", false, null);
    assertThat(service.received()).singleElement().asString().startsWith("GET /p");
  }

  @Test
  void onALaneConnectionsAreRefusedByTheWindow() throws Exception {
    relay.call(new Fault.Refuse(Phase.CALL));
    try (Socket client = relay.toLane()) {
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(relay.exchange().fault()).isEqualTo("refuse");
    assertThat(service.received()).isEmpty();
  }

  @Test
  void callsOfEarlierPhasesPass() throws Exception {
    relay.gateway.begin(KEY, TRACE, 0, new Fault.Refuse(Phase.CALL));
    try (Socket client = relay.toLane()) {
      send(client, PLAIN);
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
      relay.gateway.phase(KEY, Phase.CALL);
      send(client, PLAIN);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(relay.exchanges()).extracting(Exchange::fault).containsExactly(null, "refuse");
    assertThat(service.received()).filteredOn(head -> head.startsWith("GET")).hasSize(1);
  }

  @Test
  void aCallThatIsOpenWhenRefusingBeginsIsCut() throws Exception {
    relay.gateway.begin(KEY, TRACE, 0, new Fault.Refuse(Phase.CALL));
    try (RawService silent = new RawService(RawService::waitForEnd);
        Socket client = connectTo(silent)) {
      send(client, PLAIN);
      assertThat(silent.received().take()).startsWith("GET /p");
      relay.gateway.phase(KEY, Phase.CALL);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(relay.exchange())
        .extracting(Exchange::phase, Exchange::fault, Exchange::complete)
        .containsExactly(Phase.SETUP, "refuse", false);
  }

  @Test
  void aDroppedAnswerWasAskedForAndNeverArrives() throws Exception {
    relay.call(new Fault.Drop(Phase.CALL));
    try (Socket client = relay.toFront()) {
      send(client, TRACED);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(relay.exchange())
        .extracting(Exchange::fault, Exchange::complete, Exchange::status)
        .containsExactly("drop", false, null);
    assertThat(service.received().take()).startsWith("GET /t");
  }

  @Test
  void anAnswerToACallOfAnEarlierPhaseIsNotDropped() throws Exception {
    relay.gateway.begin(KEY, TRACE, 0, new Fault.Drop(Phase.CALL));
    try (Socket client = relay.toLane()) {
      send(client, PLAIN);
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
    }
    assertThat(relay.exchange().fault()).isNull();
  }

  private Socket connectTo(RawService other) throws IOException {
    relay.gateway.upstream("api", other.port());
    return relay.toLane();
  }
}
