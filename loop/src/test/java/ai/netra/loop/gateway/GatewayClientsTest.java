package ai.netra.loop.gateway;

import static ai.netra.loop.gateway.Relay.KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.TestKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The relay with the clients that suites use, and with the journal that runs use. */
@Timeout(60)
class GatewayClientsTest {

  private static final int ATTEMPTS = 8;
  private static final int CALLS = 25;

  @TempDir private Path folder;
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/", GatewayClientsTest::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void manyAttemptsAtOnceEachGetTheirOwnExchanges() throws Exception {
    try (Relay relay = new Relay(port());
        HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        relay.gateway.begin(key(attempt), trace(attempt), attempt, null);
        relay.gateway.phase(key(attempt), Phase.CALL);
        for (int call = 0; call < CALLS; call++) {
          answers.add(ask(client, relay.front.url() + "/" + attempt, trace(attempt)));
        }
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        relay.gateway.drain(List.of(key(attempt)), Duration.ofSeconds(10));
      }
      List<Exchange> all = relay.journal.exchanges();
      assertThat(all).hasSize(ATTEMPTS * CALLS).allMatch(Exchange::complete);
      assertThat(all)
          .allSatisfy(
              exchange ->
                  assertThat(Objects.requireNonNull(exchange.key()).test())
                      .isEqualTo(exchange.path().substring(1)));
      assertThat(all).extracting(Exchange::spanId).doesNotHaveDuplicates();
    }
  }

  @Test
  void aSocketOfTheJdkGoesThrough() throws Exception {
    try (RawService sockets = new RawService(GatewayClientsTest::serveSocket);
        Relay relay = new Relay(sockets.port());
        HttpClient client = HttpClient.newHttpClient()) {
      relay.call(null);
      CompletableFuture<String> echoed = new CompletableFuture<>();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://localhost:" + relay.lanePort() + "/ws"), listener(echoed))
              .get();
      socket.sendText("{\"type\":\"ping\"}", true).get();
      assertThat(echoed.get()).isEqualTo("hello");
      socket.abort();
      Exchange.Socket recorded = Objects.requireNonNull(relay.exchange().socket());
      assertThat(recorded.frames().getFirst().type()).isEqualTo("ping");
      assertThat(recorded.closedBy()).isEqualTo("client");
    }
  }

  @Test
  void whatIsRecordedIsAWholeJournalWithoutSecrets() throws Exception {
    Redaction redaction = Redaction.of(List.of("secret-of-the-test"));
    try (FileJournal journal =
        FileJournal.open(folder, redaction, Clock.systemUTC(), System::nanoTime)) {
      journal.append(0, "", started(), List.of());
      record(journal);
    }
    Reading reading = JournalReader.read(folder);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.lines()).extracting(Line::round).containsExactly(0, 3);
    assertThat(reading.lines().getLast().data())
        .asInstanceOf(InstanceOfAssertFactories.type(Exchange.class))
        .satisfies(exchange -> assertThat(exchange.path()).isEqualTo("/0?q=[redacted]"))
        .satisfies(
            exchange -> assertThat(exchange.keys()).containsExactly("secret", "list", "list[].id"));
    assertThat(Files.readString(folder.resolve("rounds/3/bodies.pack")))
        .isEqualTo("{\"secret\":\"[redacted]\",\"list\":[{\"id\":1},{\"id\":2}]}");
  }

  private void record(FileJournal journal) throws Exception {
    AtomicLong spans = new AtomicLong();
    GatewaySettings settings =
        new GatewaySettings(1_000, Clock.systemUTC(), System::nanoTime, spans::incrementAndGet);
    try (Gateway gateway = Gateway.open(journal, settings);
        HttpClient client = HttpClient.newHttpClient()) {
      gateway.round(3);
      gateway.upstream("api", port());
      gateway.begin(KEY, trace(1), 0, null);
      String url = gateway.lane("api", 0) + "/0?q=secret-of-the-test";
      assertThat(ask(client, url, trace(1)).get()).isEqualTo(200);
      gateway.drain(List.of(KEY), Duration.ofSeconds(10));
    }
  }

  private static CompletableFuture<Integer> ask(HttpClient client, String url, String traceId) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("traceparent", "00-" + traceId + "-00000000000000ff-01")
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = "{\"secret\":\"x\",\"list\":[{\"id\":1},{\"id\":2}]}".getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Agrees to a socket as its client demands it, says hello to the first frame, listens on. */
  private static void serveSocket(RawService service, Socket socket) throws IOException {
    String head = RawService.head(socket);
    String key = head.replaceAll("(?is).*Sec-WebSocket-Key: *(\\S+).*", "$1");
    byte[] accept = sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
    String field = "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(accept);
    Relay.send(socket, Frames.YES.replace("\r\n\r\n", "\r\n" + field + "\r\n\r\n"));
    service.received().add("frame " + socket.getInputStream().read());
    socket.getOutputStream().write(Frames.plain(0x81, "hello"));
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WebSocket.Listener listener(CompletableFuture<String> first) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        first.complete(data.toString());
        return CompletableFuture.completedFuture(null);
      }
    };
  }

  private int port() {
    return service.getAddress().getPort();
  }

  private static TestKey key(int attempt) {
    return new TestKey("e2e", Integer.toString(attempt), 1, Mode.VERDICT);
  }

  private static String trace(int attempt) {
    return "%032x".formatted(attempt + 1);
  }

  private static RunStarted started() {
    return new RunStarted(
        1, "run", "netra", "local", "tree", "main", false, "0f", 2, List.of("loop"), Map.of());
  }
}
