package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.send;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayStreamTest {

  private static final int BODY_BYTES = 64 << 20;
  private static final int PART_BYTES = 1 << 16;
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n";

  private final AtomicLong written = new AtomicLong();

  @Test
  void aLargeBodyIsHashedWholeAndKeptInPart() throws Exception {
    try (RawService service = new RawService(this::sendLarge);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "GET / HTTP/1.1\r\n\r\n");
      RawService.head(client);
      assertThat(client.getInputStream().skip(BODY_BYTES)).isEqualTo(BODY_BYTES);
      Exchange.Body body = relay.exchange().response();
      assertThat(body.bytes()).isEqualTo(BODY_BYTES);
      assertThat(body.sha256()).isEqualTo(expectedHash());
      assertThat(relay.journal.text(body.ref())).isEqualTo("a".repeat(64));
    }
  }

  @Test
  void aClientThatReadsSlowlyHoldsTheServiceBack() throws Exception {
    try (RawService service = new RawService(this::sendLarge);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "GET / HTTP/1.1\r\n\r\n");
      RawService.head(client);
      assertThat(writtenWhenItStalls()).isLessThan(BODY_BYTES);
      assertThat(client.getInputStream().skip(BODY_BYTES)).isEqualTo(BODY_BYTES);
      assertThat(relay.exchange().complete()).isTrue();
    }
  }

  @Test
  void aLargeRequestPassesToo() throws Exception {
    RawService.Script script =
        (service, socket) -> {
          RawService.head(socket);
          socket.getInputStream().skipNBytes(BODY_BYTES);
          send(socket, "HTTP/1.1 204 No Content\r\n\r\n");
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(null);
      send(client, "POST / HTTP/1.1\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n");
      write(client.getOutputStream());
      assertThat(RawService.head(client)).startsWith("HTTP/1.1 204");
      assertThat(relay.exchange().request().sha256()).isEqualTo(expectedHash());
    }
  }

  private void sendLarge(RawService service, Socket socket) throws IOException {
    service.received().add(RawService.head(socket));
    send(socket, HEAD);
    write(socket.getOutputStream());
  }

  private void write(OutputStream out) throws IOException {
    byte[] part = part();
    for (int sent = 0; sent < BODY_BYTES; sent += part.length) {
      out.write(part);
      written.addAndGet(part.length);
    }
  }

  /** What was written when, for a tenth of a second, nothing more was. */
  private long writtenWhenItStalls() throws InterruptedException {
    long before = -1;
    while (written.get() != before || before == 0) {
      before = written.get();
      Thread.sleep(100);
    }
    return before;
  }

  private static String expectedHash() {
    MessageDigest digest = Digests.sha256();
    byte[] part = part();
    for (int sent = 0; sent < BODY_BYTES; sent += part.length) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] part() {
    byte[] part = new byte[PART_BYTES];
    Arrays.fill(part, (byte) 'a');
    return part;
  }
}
