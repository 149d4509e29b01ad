package ai.netra.backend.edge;

import ai.netra.backend.service.Limits;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on a socket. It hands frames to the channel only while that takes them, so
 * a queue that is too long can be dropped. Safe for many threads.
 */
final class Outbox {

  private static final long CLOSE_SECONDS = 5;
  private static final long ROOM_WAIT_MILLIS = 100;

  private final Channel channel;
  private final int maxFrames;
  private final int maxBytes;
  private final Runnable overflow;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>(); // guarded by this
  private final AtomicBoolean asked = new AtomicBoolean();
  private int waitingBytes; // guarded by this
  private boolean closing; // guarded by this
  private @Nullable CloseWebSocketFrame last; // guarded by this

  /**
   * @param overflow called once, when a reader is too slow; it closes
   */
  Outbox(Channel channel, Limits limits, Runnable overflow) {
    this.channel = channel;
    this.maxFrames = limits.outboundFrames();
    this.maxBytes = limits.outboundBytes();
    this.overflow = overflow;
  }

  void send(byte[] frame) {
    boolean full;
    synchronized (this) {
      if (closing) {
        return;
      }
      waiting.add(frame);
      waitingBytes += frame.length;
      full = waiting.size() > maxFrames || waitingBytes > maxBytes;
      if (full) {
        waiting.clear();
        waitingBytes = 0;
      }
    }
    if (full) {
      overflow.run();
    } else if (asked.compareAndSet(false, true)) {
      channel.eventLoop().execute(this::flushAsked);
    }
  }

  /** One flush for all that was sent since it was asked for. */
  private void flushAsked() {
    asked.set(false);
    flush();
  }

  /** Waits until less than half of the queue is used; false when the socket is closing. */
  boolean awaitRoom() throws InterruptedException {
    synchronized (this) {
      while (!closing && (waiting.size() * 2 > maxFrames || waitingBytes * 2 > maxBytes)) {
        wait(ROOM_WAIT_MILLIS);
      }
      return !closing && channel.isActive();
    }
  }

  /** Sends what waits, then the close; whoever is not gone after 5 s is cut off. */
  void close(int code, String reason) {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      last = new CloseWebSocketFrame(code, reason);
      notifyAll();
    }
    channel.eventLoop().execute(this::flush);
    var _ = channel.eventLoop().schedule(this::cut, CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  private void cut() {
    var _ = channel.close();
  }

  /** On the channel's event loop, when something waits or the channel takes frames again. */
  void flush() {
    synchronized (this) {
      boolean written = false;
      while (channel.isWritable() && !waiting.isEmpty()) {
        byte[] frame = waiting.remove();
        waitingBytes -= frame.length;
        write(new TextWebSocketFrame(Unpooled.wrappedBuffer(frame)));
        written = true;
      }
      if (written) {
        channel.flush();
        notifyAll();
      }
      if (waiting.isEmpty() && last != null) {
        var _ = channel.writeAndFlush(last).addListener(_ -> Linger.on(channel));
        last = null;
      }
    }
  }

  private void write(WebSocketFrame frame) {
    var _ = channel.write(frame, channel.voidPromise());
  }
}
