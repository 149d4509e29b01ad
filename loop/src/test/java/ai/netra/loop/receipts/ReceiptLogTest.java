package ai.netra.loop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReceiptLogTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String REQUEST =
      """
      "method":"POST","route":"/items","status":201,"duration_ms":1.5,\
      "stored":[{"entity":"item","id":"7","operation":"insert"}]""";

  @TempDir private Path folder;
  private Path file;
  private ReceiptLog log;

  @BeforeEach
  void follow() {
    file = folder.resolve("service.log");
    log = follow(0, Map.of());
  }

  private ReceiptLog follow(long offset, Map<String, String> fields) {
    return ReceiptLog.follow(new ReceiptSource("items", file, offset, fields), System::nanoTime);
  }

  @Test
  void aLineAboutARequestIsAReceipt() throws IOException {
    write(line(SPAN, REQUEST));
    assertThat(log.next())
        .containsExactly(
            new Receipt(
                "items",
                "b1",
                TRACE,
                SPAN,
                "POST",
                "/items",
                201,
                1_500,
                null,
                List.of(new Receipt.Stored("item", "7", "insert")),
                NOON));
  }

  @Test
  void aLineAboutASocketIsASocketReceipt() throws IOException {
    write(line(SPAN, "\"socket\":\"handshake\",\"status\":101"));
    write(line(SPAN, "\"socket\":\"message\",\"type\":\"ping\",\"stored\":[]"));
    assertThat(log.next())
        .containsExactly(
            new SocketReceipt("items", "b1", TRACE, SPAN, "handshake", null, 101, null, null, NOON),
            new SocketReceipt(
                "items", "b1", TRACE, SPAN, "message", "ping", null, null, List.of(), NOON));
  }

  @Test
  void otherLinesArePassedOverAndBrokenReceiptsCounted() throws IOException {
    write("Starting…\n{\"level\":\"info\"}\n{\"trace_id\":\"x\",\"message\":\"slow\"}\n");
    write("{broken\n" + line(SPAN, REQUEST.replace("201", "\"soon\"")) + line(SPAN, REQUEST));
    assertThat(log.next()).hasSize(1);
    assertThat(log.unreadable()).isEqualTo(2);
  }

  @Test
  void aLineIsReadOnceAndOnlyWhenItIsWhole() throws IOException {
    String line = line(SPAN, REQUEST);
    write(line + line.substring(0, 30));
    assertThat(log.next()).hasSize(1);
    assertThat(log.next()).isEmpty();
    write(line.substring(30));
    assertThat(log.next()).hasSize(1);
  }

  @Test
  void readingBeginsAtTheOffset() throws IOException {
    String line = line(SPAN, REQUEST);
    write(line + line);
    assertThat(follow(line.length(), Map.of()).next()).hasSize(1);
  }

  @Test
  void foreignNamesAreMappedByNameOrPointer() throws IOException {
    write(
        """
        {"time":"2026-01-05T12:00:00Z","build":"b2","trace":{"id":"%s"},"method":"GET",\
        "path":"/carts","statusCode":"200","duration_ms":2}
        """
            .formatted(TRACE));
    Map<String, String> fields =
        Map.of(
            "revision", "build", "trace_id", "/trace/id", "route", "path", "status", "statusCode");
    assertThat(follow(0, fields).next())
        .containsExactly(
            new Receipt("items", "b2", TRACE, null, "GET", "/carts", 200, 2_000, null, null, NOON));
  }

  @Test
  void whatIsOwedIsAwaited() throws Exception {
    Exchange request = exchange(Exchange.Kind.HTTP, SPAN, 201);
    Exchange socket = exchange(Exchange.Kind.SOCKET, "00000000000000aa", 101);
    CompletableFuture<List<Entry>> read =
        CompletableFuture.supplyAsync(() -> await(log, List.of(request, socket)));
    write(line(SPAN, REQUEST));
    assertThat(read).isNotDone();
    write(line("00000000000000aa", "\"socket\":\"close\""));
    assertThat(read.get()).hasSize(2);
  }

  @Test
  void aRefusedHandshakeIsPaidByItsLineAndAnOpenedOneByItsClose() throws IOException {
    Owed refused = Owed.of("items", List.of(exchange(Exchange.Kind.HTTP, SPAN, 401)));
    Owed opened = Owed.of("items", List.of(exchange(Exchange.Kind.SOCKET, SPAN, 101)));
    write(line(SPAN, "\"socket\":\"handshake\",\"status\":401"));
    assertThat(refused.isPaid(log.next())).isTrue();
    write(line(SPAN, "\"socket\":\"handshake\",\"status\":101"));
    assertThat(opened.isPaid(log.next())).isFalse();
  }

  @Test
  void withoutParentIdsAsManyLinesAreAwaitedAsThereWereExchanges() throws IOException {
    String line = line(SPAN, REQUEST).replace("\"parent_id\":\"" + SPAN + "\",", "");
    Exchange request = exchange(Exchange.Kind.HTTP, SPAN, 201);
    Owed owed = Owed.of("items", List.of(request, request));
    write(line);
    List<Entry> one = log.next();
    assertThat(owed.isPaid(one)).isFalse();
    assertThat(owed.isPaid(List.of(one.getFirst(), one.getFirst()))).isTrue();
  }

  @Test
  void nothingIsOwedForWhatTheServiceNeedNotKnow() {
    Exchange early = exchange(Exchange.Kind.HTTP, SPAN, 431);
    Exchange bytes = exchange(Exchange.Kind.RAW, SPAN, 200);
    assertThat(Owed.of("items", List.of(early, bytes)).isPaid(List.of())).isTrue();
    assertThat(Owed.of("other", List.of(exchange(Exchange.Kind.HTTP, SPAN, 200))).isPaid(List.of()))
        .isTrue();
  }

  @Test
  void theWaitEndsWithItsTime() throws Exception {
    AtomicLong time = new AtomicLong();
    ReceiptLog stepped =
        ReceiptLog.follow(
            new ReceiptSource("items", file, 0, Map.of()),
            () -> time.addAndGet(Duration.ofSeconds(3).toNanos()));
    Exchange request = exchange(Exchange.Kind.HTTP, SPAN, 201);
    assertThat(stepped.await(List.of(request), Duration.ofSeconds(5))).isEmpty();
  }

  private static List<Entry> await(ReceiptLog log, List<Exchange> exchanges) {
    try {
      return log.await(exchanges, Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(String parentId, String members) {
    return """
        {"time":"2026-01-05T12:00:00Z","service":"other","revision":"b1","trace_id":"%s",\
        "parent_id":"%s",%s}
        """
        .formatted(TRACE, parentId, members);
  }

  private static Exchange exchange(Exchange.Kind kind, String spanId, int status) {
    Exchange.Body none = new Exchange.Body(0, "", null);
    return new Exchange(
        1, null, null, "items", null, null, kind, TRACE, spanId, null, 0, "POST", "/items", status,
        true, null, none, none, List.of(), NOON, 0, 0, 0, null);
  }
}
