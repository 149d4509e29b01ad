package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.KEY;
import static ai.netra.loop.gateway.Relay.TRACE;
import static ai.netra.loop.gateway.Relay.rest;
import static ai.netra.loop.gateway.Relay.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.netra.loop.gateway.Gateway.Own;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Phase;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners of an attempt's own: before its instances, and between them and other services. */
@Timeout(60)
class GatewayOwnTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  private static final String GET = "GET /p HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String POST = "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
  private static final Own INSTANCE = new Own(KEY, "api", "api-1", null);
  private static final Own BETWEEN = new Own(KEY, "api", null, "web-2");

  private RawService service;
  private RawService instance;
  private Relay relay;

  @BeforeEach
  void open() throws IOException {
    service = RawService.answering(OK);
    instance = RawService.answering(OK.replace("hi", "me"));
    relay = new Relay(service.port());
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    service.close();
    instance.close();
  }

  @Test
  void whatPassesAnInstanceIsTheAttemptsWithoutAnyTrace() throws Exception {
    relay.call(null);
    try (Socket client = toInstance()) {
      send(client, GET);
      assertThat(RawService.until(client, "me")).endsWith("me");
    }
    assertThat(relay.exchange())
        .extracting(
            Exchange::service,
            Exchange::instance,
            Exchange::caller,
            Exchange::phase,
            Exchange::lane)
        .containsExactly("api", "api-1", null, Phase.CALL, 0);
    assertThat(relay.exchange().traceId()).isEqualTo(TRACE);
    assertThat(service.received()).isEmpty();
  }

  @Test
  void callsToAnInstanceAreRefusedWithAllOthers() throws Exception {
    relay.call(new Fault.Refuse(Phase.CALL));
    try (Socket client = toInstance()) {
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(relay.exchange().fault()).isEqualTo("refuse");
    assertThat(instance.received()).isEmpty();
  }

  @Test
  void whatAServiceCallsIsRecordedWithItsCallerAndPassesInAControl() throws Exception {
    relay.call(new Fault.Refuse(Phase.CALL));
    try (Socket client = toBetween(null)) {
      send(client, GET);
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
    }
    assertThat(relay.exchange())
        .extracting(Exchange::instance, Exchange::caller, Exchange::fault, Exchange::complete)
        .containsExactly(null, "web-2", null, true);
  }

  @Test
  void aStatusIsAnsweredByTheGatewayAndNothingIsDelivered() throws Exception {
    relay.call(null);
    try (Socket client = toBetween(new Fault.Mode.Status(503))) {
      send(client, POST);
      assertThat(rest(client))
          .startsWith("HTTP/1.1 503 ")
          .endsWith("{\"error\":\"the gateway answers 503\"}");
    }
    assertThat(relay.exchange())
        .extracting(Exchange::status, Exchange::fault, it -> it.request().bytes())
        .containsExactly(503, "status", 3L);
    assertThat(service.received()).isEmpty();
  }

  @Test
  void refusedAndDroppedCallsEndAtOnce() throws Exception {
    relay.call(null);
    try (Socket client = toBetween(new Fault.Mode.Refuse())) {
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(service.received()).isEmpty();
    relay.gateway.disturb(BETWEEN, new Fault.Mode.Drop());
    try (Socket client = Relay.connect("127.0.0.1", betweenPort)) {
      send(client, GET);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
    assertThat(service.received().take()).startsWith("GET /p");
    assertThat(relay.exchanges()).extracting(Exchange::fault).containsExactly("refuse", "drop");
  }

  @Test
  void aDelayedCallArrivesAndAClosedListenerDoesNotWaitForIt() throws Exception {
    relay.call(null);
    try (Socket client = toBetween(new Fault.Mode.Delay(Duration.ofMillis(200)))) {
      send(client, GET);
      assertThat(RawService.until(client, "hi")).isEqualTo(OK);
    }
    assertThat(relay.exchange().fault()).isEqualTo("delay");
    assertThat(relay.exchange().totalMicros()).isGreaterThanOrEqualTo(200_000);
    relay.gateway.disturb(BETWEEN, new Fault.Mode.Delay(Duration.ofHours(1)));
    try (Socket client = Relay.connect("127.0.0.1", betweenPort)) {
      send(client, GET);
      relay.gateway.close(BETWEEN);
      assertThatThrownBy(() -> rest(client)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void whatIsDoneWithAProcessIsAnExchangeOfThePhase() throws Exception {
    relay.call(null);
    relay.gateway.process(
        new Gateway.Deed(
            INSTANCE, "start", "{}", "no port", 78, null, true, Clock.systemUTC().instant(), 5));
    relay.gateway.process(
        new Gateway.Deed(
            INSTANCE, "end", "", "", 137, null, false, Clock.systemUTC().instant(), 5));
    assertThat(relay.exchanges())
        .extracting(Exchange::kind, Exchange::method, Exchange::status, Exchange::phase)
        .containsExactly(
            tuple(Exchange.Kind.PROCESS, "start", 78, Phase.CALL),
            tuple(Exchange.Kind.PROCESS, "end", 137, null));
    assertThat(relay.exchanges().getFirst().response().bytes()).isEqualTo(7);
  }

  private int betweenPort;

  private Socket toInstance() throws IOException {
    int port = URI.create(relay.gateway.own(INSTANCE)).getPort();
    relay.gateway.upstream(INSTANCE, instance.port());
    return Relay.connect("127.0.0.1", port);
  }

  private Socket toBetween(Fault.@Nullable Mode mode) throws IOException {
    betweenPort = URI.create(relay.gateway.own(BETWEEN)).getPort();
    relay.gateway.disturb(BETWEEN, mode);
    return Relay.connect("127.0.0.1", betweenPort);
  }
}
