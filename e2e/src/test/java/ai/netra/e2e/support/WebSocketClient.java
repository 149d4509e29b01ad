package ai.netra.e2e.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket of a test: frames come in the order of the wire; a test that waits for one
 * fails at once when the socket closes. One reader thread a socket; {@link #next()} is the test's.
 */
public final class WebSocketClient implements AutoCloseable {

  /**
   * How the socket ended: the close code and reason, or −1 where the connection ended without a
   * close frame.
   */
  public record Closed(int code, String reason) {}

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final BlockingQueue<Object> arrivals = new LinkedBlockingQueue<>();
  private volatile boolean ended;
  private volatile @Nullable Closed abandoned;

  WebSocketClient(Socket socket, InputStream in) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(in);
    this.out = socket.getOutputStream();
    socket.setSoTimeout(0);
    Thread.ofVirtual().start(this::read);
  }

  /** Opens a socket for somebody and takes the welcome, which must be the first frame. */
  public static WebSocketClient of(Identity identity) {
    WebSocketClient client = Handshake.bearer(identity.accessToken()).open();
    client.welcome();
    return client;
  }

  /** The same to an instance of the test's own. */
  public static WebSocketClient of(Identity identity, URI backend) {
    WebSocketClient client = Handshake.bearer(identity.accessToken()).at(backend).open();
    client.welcome();
    return client;
  }

  /** The first frame of an authenticated socket. */
  public Frame welcome() {
    Frame first = next();
    if (!first.text("/data/event").equals("connection_established")) {
      throw new AssertionError("welcome: connection_established expected, got " + first.json());
    }
    return first;
  }

  /** Sends a message: members of the top level. */
  public WebSocketClient send(Map<String, ?> message) {
    return send(Json.write(message));
  }

  /** Sends a text frame as it is. */
  public WebSocketClient send(String text) {
    return sendFrame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends any frame: opcode and payload, masked as a client must. */
  public synchronized WebSocketClient sendFrame(int opcode, byte[] payload) {
    try {
      out.write(header(opcode, payload.length));
      byte[] mask = {0x12, 0x34, 0x56, 0x78};
      out.write(mask);
      byte[] masked = payload.clone();
      for (int i = 0; i < masked.length; i++) {
        masked[i] ^= mask[i % 4];
      }
      out.write(masked);
      out.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("the socket is closed", e);
    }
  }

  /** The next frame; fails when the socket closes first or nothing comes in time. */
  public Frame next() {
    Object arrival = take();
    if (arrival instanceof Frame frame) {
      return frame;
    }
    throw new AssertionError("a frame expected, got the end of the socket: " + arrival);
  }

  /** The next frame of a type; others before it are passed over. */
  public Frame await(String type) {
    return await(frame -> frame.type().equals(type));
  }

  /** The next frame that fits; others before it are passed over. */
  public Frame await(Predicate<Frame> wanted) {
    Frame frame = next();
    while (!wanted.test(frame)) {
      frame = next();
    }
    return frame;
  }

  /** All frames up to and with the first that fits. */
  public List<Frame> until(Predicate<Frame> last) {
    List<Frame> frames = new ArrayList<>();
    do {
      frames.add(next());
    } while (!last.test(frames.getLast()));
    return frames;
  }

  /** The frames of one run, stored ones only, up to its last. */
  public List<Frame> run(String runId) {
    return until(frame -> frame.endsRun() && frame.runId().equals(runId)).stream()
        .filter(frame -> frame.runId().equals(runId) && frame.isStored())
        .toList();
  }

  /** All frames up to the end of the socket, which {@link #closed()} then tells. */
  public List<Frame> untilClosed() {
    List<Frame> frames = new ArrayList<>();
    Object arrival = take();
    while (arrival instanceof Frame frame) {
      frames.add(frame);
      arrival = take();
    }
    arrivals.add(arrival);
    return frames;
  }

  /** Waits for the end of the socket; frames before it are passed over. */
  public Closed closed() {
    Object arrival = take();
    while (arrival instanceof Frame) {
      arrival = take();
    }
    return (Closed) arrival;
  }

  /** Ends the connection as a browser does that refuses the handshake; frames are not delivered. */
  void abandon(String reason) {
    abandoned = new Closed(1006, reason);
    cut();
  }

  /** Ends the connection without a word, as a cable does. */
  public void cut() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says good-bye with 1000, where the server did not before, and ends the connection. */
  @Override
  public void close() {
    if (!ended && !socket.isClosed()) {
      sendFrame(CLOSE, ByteBuffer.allocate(2).putShort((short) 1000).array());
    }
    cut();
  }

  private Object take() {
    Closed refused = abandoned;
    if (refused != null) {
      return refused;
    }
    try {
      Object arrival = arrivals.poll(Platform.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (arrival == null) {
        throw new AssertionError("nothing arrived on the socket in " + Platform.PATIENCE);
      }
      return arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a frame", e);
    }
  }

  private void read() {
    Closed end = new Closed(-1, "the connection ended");
    try {
      boolean open = true;
      while (open) {
        int opcode = in.readUnsignedByte() & 0x0f;
        byte[] payload = in.readNBytes(length(in.readUnsignedByte() & 0x7f));
        open = opcode != CLOSE;
        end = open ? end : closing(payload);
        deliver(opcode, payload);
      }
    } catch (EOFException e) {
      end = new Closed(-1, "the connection ended");
    } catch (IOException e) {
      end = new Closed(-1, String.valueOf(e.getMessage()));
    }
    ended = true;
    arrivals.add(end);
  }

  private void deliver(int opcode, byte[] payload) {
    if (opcode == TEXT) {
      arrivals.add(new Frame(Json.read(new String(payload, StandardCharsets.UTF_8))));
    } else if (opcode == PING) {
      sendFrame(10, payload);
    }
  }

  private static Closed closing(byte[] payload) {
    if (payload.length < 2) {
      return new Closed(1005, "");
    }
    int code = ByteBuffer.wrap(payload).getShort() & 0xffff;
    return new Closed(code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
  }

  private int length(int sevenBits) throws IOException {
    return switch (sevenBits) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> sevenBits;
    };
  }

  private static byte[] header(int opcode, int length) {
    int first = 0x80 | opcode;
    if (length < 126) {
      return new byte[] {(byte) first, (byte) (0x80 | length)};
    }
    if (length < 65_536) {
      return ByteBuffer.allocate(4)
          .put((byte) first)
          .put((byte) 0xfe)
          .putShort((short) length)
          .array();
    }
    return ByteBuffer.allocate(10).put((byte) first).put((byte) 0xff).putLong(length).array();
  }
}
