package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the sizes, the framing and the slices in which bytes come: they arrive as they left. */
@Timeout(60)
class GatewayIdentityTest {

  private static final int MESSAGES = 40;
  private static final int LONGEST_BODY = 50_000;

  private final ByteArrayOutputStream requests = new ByteArrayOutputStream();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final List<Long> requestBodies = new ArrayList<>();
  private final List<Long> answerBodies = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void bytesArriveAsTheyLeft(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < MESSAGES; i++) {
      requestBodies.add(add(requests, "POST /" + i + " HTTP/1.1\r\nHost: x\r\n", random));
      answerBodies.add(add(answers, "HTTP/1.1 200 OK\r\n", random));
    }
    CompletableFuture<byte[]> seen = new CompletableFuture<>();
    RawService.Script script =
        (service, socket) -> {
          seen.complete(socket.getInputStream().readAllBytes());
          writeInSlices(socket.getOutputStream(), answers.toByteArray(), new Random(seed));
        };
    try (RawService service = new RawService(script);
        Relay relay = new Relay(service.port());
        Socket client = relay.toFront()) {
      writeInSlices(client.getOutputStream(), requests.toByteArray(), random);
      client.shutdownOutput();
      assertThat(client.getInputStream().readAllBytes()).isEqualTo(answers.toByteArray());
      assertThat(seen.get()).isEqualTo(requests.toByteArray());
      relay.gateway.close();
      assertThat(relay.journal.exchanges()).hasSize(MESSAGES).allMatch(Exchange::complete);
      assertThat(relay.journal.exchanges())
          .extracting(it -> it.request().bytes())
          .containsExactlyElementsOf(requestBodies);
      assertThat(relay.journal.exchanges())
          .extracting(it -> it.response().bytes())
          .containsExactlyElementsOf(answerBodies);
    }
  }

  /** Adds a message with a body of some length and framing, and returns the length. */
  private static long add(ByteArrayOutputStream all, String head, Random random) {
    byte[] body = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(LONGEST_BODY)];
    random.nextBytes(body);
    all.writeBytes(head.getBytes(ISO_8859_1));
    if (random.nextBoolean()) {
      all.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
      all.writeBytes(body);
    } else {
      all.writeBytes("Transfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
      addChunks(all, body, random);
    }
    return body.length;
  }

  private static void addChunks(ByteArrayOutputStream all, byte[] body, Random random) {
    int from = 0;
    while (from < body.length) {
      int length = 1 + random.nextInt(body.length - from);
      all.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      all.write(body, from, length);
      all.writeBytes("\r\n".getBytes(ISO_8859_1));
      from += length;
    }
    all.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  private static void writeInSlices(OutputStream out, byte[] bytes, Random random)
      throws IOException {
    int from = 0;
    while (from < bytes.length) {
      int length = Math.min(bytes.length - from, 1 + random.nextInt(random.nextInt(3) * 9_999 + 9));
      out.write(bytes, from, length);
      from += length;
    }
  }
}
