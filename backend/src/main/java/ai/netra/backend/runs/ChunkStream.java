package ai.netra.backend.runs;

import ai.netra.contract.run.RunFrame.ResponseChunk;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The answer in pieces: at most 20 a second of at most 2 000 characters. Sentences go out one by
 * one while there is room in the second and are put together beyond it; the newest text is held
 * back until what follows is known, so that the last piece says that it is the last. Used by one
 * thread.
 */
final class ChunkStream {

  static final int MAX_CHARACTERS = 2_000;
  private static final int A_SECOND = 20;

  /** Pieces of a second that are kept for the end, so that no finished answer has to wait. */
  private static final int KEPT = 10;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final String messageId;
  private final Consumer<ResponseChunk> out;
  private final LongSupplier nanos;
  private final Deque<Long> sent = new ArrayDeque<>();
  private final StringBuilder told = new StringBuilder();
  private final StringBuilder held = new StringBuilder();
  private int index;

  /**
   * A stream.
   *
   * @param before pieces that left before, in their order, when the run was taken up again
   */
  ChunkStream(
      String messageId,
      Iterable<ResponseChunk> before,
      Consumer<ResponseChunk> out,
      LongSupplier nanos) {
    this.messageId = messageId;
    this.out = out;
    this.nanos = nanos;
    before.forEach(this::recall);
  }

  private void recall(ResponseChunk chunk) {
    told.setLength(told.offsetByCodePoints(0, chunk.offset()));
    told.append(chunk.content());
    index = chunk.chunkIndex() + 1;
  }

  /** A step begins its answer anew: what it tells replaces what was told before. */
  void restart() {
    told.setLength(0);
    held.setLength(0);
  }

  void add(String text) {
    if (!held.isEmpty() && room() > KEPT) {
      flush(false);
    }
    held.append(text);
  }

  /** Sends what is missing of the whole answer, the last piece marked. */
  void finish(String response) throws InterruptedException {
    String known = told.toString() + held;
    if (response.startsWith(known)) {
      held.append(response, known.length(), response.length());
    } else {
      restart();
      held.append(response);
    }
    while (held.codePointCount(0, held.length()) > MAX_CHARACTERS) {
      awaitRoom();
      send(MAX_CHARACTERS, false);
    }
    awaitRoom();
    send(MAX_CHARACTERS, true);
  }

  private void flush(boolean last) {
    while (!held.isEmpty() && room() > KEPT) {
      send(MAX_CHARACTERS, last);
    }
  }

  private void send(int characters, boolean last) {
    int count = Math.min(characters, held.codePointCount(0, held.length()));
    String content = held.substring(0, held.offsetByCodePoints(0, count));
    int offset = told.codePointCount(0, told.length());
    out.accept(new ResponseChunk(messageId, index++, offset, content, last));
    sent.add(nanos.getAsLong());
    told.append(content);
    held.delete(0, content.length());
  }

  private int room() {
    long now = nanos.getAsLong();
    while (!sent.isEmpty() && now - sent.getFirst() >= SECOND) {
      sent.removeFirst();
    }
    return A_SECOND - sent.size();
  }

  private void awaitRoom() throws InterruptedException {
    while (room() <= 0) {
      Thread.sleep(Duration.ofNanos(SECOND - (nanos.getAsLong() - sent.getFirst())));
    }
  }
}
