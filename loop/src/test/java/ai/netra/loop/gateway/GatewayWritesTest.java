package ai.netra.loop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import ai.netra.loop.gateway.GatewaySettings.Write;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever reads writes back learns of each before its client can do anything more. */
@Timeout(60)
class GatewayWritesTest {

  private static final String CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}";

  private final List<Write> writes = new ArrayList<>();
  private final List<Integer> seenByClient = new ArrayList<>();
  private RawService service;
  private Gateway gateway;
  private Socket client;

  @BeforeEach
  void open() throws IOException {
    service = RawService.answering(CREATED);
    gateway =
        Gateway.open(
            new MemoryJournal(),
            new GatewaySettings(64, Clock.systemUTC(), System::nanoTime, () -> 1)
                .telling(this::written));
    gateway.front("api", 0);
    gateway.upstream("api", service.port());
    client = Relay.connect("127.0.0.1", URI.create(gateway.lane("api", 0)).getPort());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    gateway.close();
    service.close();
  }

  private void written(Write write) {
    try {
      seenByClient.add(client.getInputStream().available());
      writes.add(write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aWriteIsToldWithItsHeadBeforeTheClientHasTheAnswer() throws IOException {
    begin(Mode.VERDICT);

    call("POST /items?x=1 HTTP/1.1\r\nAuthorization: Bearer t\r\n\r\n");

    assertThat(seenByClient).containsExactly(0);
    assertThat(writes)
        .singleElement()
        .returns("/items?x=1", Write::path)
        .returns("{}", Write::answer)
        .returns(service.port(), Write::port)
        .extracting(Write::head)
        .asInstanceOf(LIST)
        .contains("Authorization: Bearer t\r\n");
  }

  @Test
  void aWriteOfAControlIsNotTold() throws IOException {
    begin(Mode.CONTROL);
    call("POST /items HTTP/1.1\r\n\r\n");
    assertThat(writes).isEmpty();
  }

  @Test
  void aReadIsNotTold() throws IOException {
    begin(Mode.VERDICT);
    call("GET /items HTTP/1.1\r\n\r\n");
    assertThat(writes).isEmpty();
  }

  @Test
  void nobodysWriteIsNotTold() throws IOException {
    call("POST /items HTTP/1.1\r\n\r\n");
    assertThat(writes).isEmpty();
  }

  private void begin(Mode mode) {
    TestKey key = new TestKey("e2e", "a test", 1, mode);
    gateway.begin(key, Relay.TRACE, 0, null);
    gateway.phase(key, Phase.CALL);
  }

  private void call(String head) throws IOException {
    Relay.send(client, head);
    assertThat(RawService.until(client, "{}")).isEqualTo(CREATED);
  }
}
