package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.rest;
import static ai.netra.loop.gateway.Relay.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.gateway.Fault.Change;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers on one route are changed, and nothing else is. */
class GatewayMutantTest {

  private static final String BODY = "{\"id\":1}";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"i\r\n5\r\nd\":1}\r\n0\r\n\r\n";

  @Test
  void aStatusIsAnsweredWithAnErrorBody() throws Exception {
    assertThat(answer(ANSWER, "/items/1", new Change.Status(500)))
        .startsWith("HTTP/1.1 500 ")
        .doesNotContain(BODY);
  }

  @Test
  void everyLeafOfABodyIsChangedAndItsLengthWithIt() throws Exception {
    assertThat(answer(ANSWER, "/items/1", new Change.Leaves()))
        .endsWith("Content-Length: 8\r\n\r\n{\"id\":2}");
  }

  @Test
  void aBodyInChunksIsChangedAsAWhole() throws Exception {
    assertThat(answer(CHUNKED, "/items/1", new Change.Leaves()))
        .doesNotContain("chunked")
        .endsWith("Content-Length: 8\r\n\r\n{\"id\":2}");
  }

  @Test
  void anotherRouteIsLeftAlone() throws Exception {
    assertThat(answer(ANSWER, "/others/1", new Change.Leaves())).isEqualTo(ANSWER);
    assertThat(answer(ANSWER, "/others/1", new Change.Status(500))).isEqualTo(ANSWER);
  }

  @Test
  void frameByFrameTheLeavesAreChanged() throws Exception {
    assertThat(frames(new Change.Leaves(), "{\"type\":\"a\"}", "{\"type\":\"bb\"}"))
        .isEqualTo(frame("{\"type\":\"b\"}") + frame("{\"type\":\"cc\"}"));
  }

  @Test
  void framesOfATypeAreDroppedAndTheOthersPass() throws Exception {
    assertThat(frames(new Change.DropFrames(Set.of("a")), "{\"type\":\"a\"}", "{\"type\":\"bb\"}"))
        .isEqualTo(frame("{\"type\":\"bb\"}"));
  }

  @Test
  void framesOfATypeArriveTwice() throws Exception {
    assertThat(frames(new Change.DoubleFrames(Set.of("a")), "{\"type\":\"a\"}", "{\"type\":\"b\"}"))
        .isEqualTo(frame("{\"type\":\"a\"}").repeat(2) + frame("{\"type\":\"b\"}"));
  }

  @Test
  void oneLeafOfFramesOfATypeIsChanged() throws Exception {
    Change leaf = new Change.Leaf(1, Set.of("a"));
    assertThat(frames(leaf, "{\"type\":\"a\",\"n\":1}", "{\"type\":\"b\",\"n\":1}"))
        .isEqualTo(frame("{\"type\":\"a\",\"n\":2}") + frame("{\"type\":\"b\",\"n\":1}"));
  }

  @Test
  void theExchangeNamesTheOneLeafThatWasChanged() throws Exception {
    try (RawService service = RawService.answering(ANSWER);
        Relay relay = new Relay(service.port())) {
      relay.call(mutant("/items/{id}", new Change.Leaf(7, Set.of())));
      assertThat(ask(relay, "/items/1")).endsWith("{\"id\":2}");
      assertThat(relay.exchange().fault()).isEqualTo("leaf /id");
    }
  }

  @Test
  void aPathThatIsNoTemplateIsMeantAsItIsWritten() throws Exception {
    assertThat(answer(ANSWER, "/a%2Fb", "/a%2Fb", new Change.Status(500)))
        .startsWith("HTTP/1.1 500 ");
  }

  @Test
  void theExchangeSaysWhatWasDoneToIt() throws Exception {
    try (RawService service = RawService.answering(ANSWER);
        Relay relay = new Relay(service.port())) {
      relay.call(mutant("/items/{id}", new Change.Leaves()));
      ask(relay, "/items/1");
      assertThat(relay.exchange().fault()).isEqualTo("leaves");
      assertThat(relay.exchange().status()).isEqualTo(200);
    }
  }

  private static String answer(String answer, String path, Change change) throws Exception {
    return answer(answer, "/items/{id}", path, change);
  }

  private static String answer(String answer, String template, String path, Change change)
      throws Exception {
    try (RawService service = RawService.answering(answer);
        Relay relay = new Relay(service.port())) {
      relay.call(mutant(template, change));
      return ask(relay, path);
    }
  }

  private static String ask(Relay relay, String path) throws Exception {
    try (Socket client = relay.toLane()) {
      send(client, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      client.shutdownOutput();
      return rest(client);
    }
  }

  private static String frames(Change change, String... payloads) throws Exception {
    StringBuilder sent = new StringBuilder();
    for (String payload : payloads) {
      sent.append(frame(payload));
    }
    try (RawService service =
            new RawService(
                (_, socket) -> {
                  RawService.head(socket);
                  socket.getOutputStream().write((Frames.YES + sent).getBytes(ISO_8859_1));
                });
        Relay relay = new Relay(service.port());
        Socket client = relay.toLane()) {
      relay.call(mutant("/ws", change));
      send(client, Frames.ASK);
      String all = rest(client);
      return all.substring(all.indexOf("\r\n\r\n") + 4);
    }
  }

  private static String frame(String payload) {
    return "\u0081" + (char) payload.length() + payload;
  }

  private static Fault mutant(String path, Change change) {
    Fault.Spot spot = new Fault.Spot("api", "GET", new PathTemplate(path));
    return new Fault.Mutant(Phase.CALL, spot, change);
  }
}
