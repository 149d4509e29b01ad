package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A client's connection and the one to the service behind it. Bytes, ends and resets of one are
 * passed to the other; the thread that runs it drives the answers, another one the requests.
 */
final class Connection {

  /** So long a client may go on sending, unread, after the service ended the connection. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  /** So long an unreachable service's client has to say what it wanted. */
  private static final int HEAD_TIMEOUT_MILLIS = 1_000;

  private final Listener listener;
  private final Socket client;
  private final Set<Call> unrecorded = ConcurrentHashMap.newKeySet();
  private final Queue<Call> unanswered = new ConcurrentLinkedQueue<>();
  private volatile Optional<Socket> service = Optional.empty();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean cut;
  private volatile long connectMicros;

  Connection(Listener listener, Socket client) {
    this.listener = listener;
    this.client = client;
  }

  /** Relays until both sides have ended, and records what is left then. */
  void run() throws InterruptedException {
    try {
      client.setTcpNoDelay(true);
      if (listener.refuses()) {
        beginBytes(new byte[0]).cut("refuse");
        return;
      }
      long start = nanoTime();
      service = listener.connect(client.getInetAddress());
      connectMicros = (nanoTime() - start) / 1_000;
      relay();
    } catch (IOException gone) {
      cut();
    } finally {
      unrecorded.forEach(this::record);
    }
  }

  private void relay() throws IOException, InterruptedException {
    if (service.isEmpty()) {
      client.setSoTimeout(HEAD_TIMEOUT_MILLIS);
      new RequestSide(this, new Wire(client.getInputStream(), OutputStream.nullOutputStream()))
          .run();
      cut();
      return;
    }
    Socket upstream = service.get();
    Wire up = new Wire(client.getInputStream(), upstream.getOutputStream());
    Wire down = new Wire(upstream.getInputStream(), client.getOutputStream());
    Thread asking = Thread.ofVirtual().name("gateway-requests").start(() -> ask(up, upstream));
    answer(down);
    noMoreAnswers();
    asking.join(LINGER);
    Sockets.close(upstream);
    Sockets.close(client);
    noMoreAnswers();
    asking.join();
  }

  /** Nobody who waits for a socket gets one; once more at the end, for a request in between. */
  private void noMoreAnswers() {
    unrecorded.forEach(call -> call.upgraded(false));
  }

  private void ask(Wire wire, Socket upstream) {
    try {
      new RequestSide(this, wire).run();
      upstream.shutdownOutput();
    } catch (Wire.SinkClosed answeredEarly) {
      discard();
    } catch (IOException reset) {
      end(Side.CLIENT);
    }
  }

  /** What a service no longer reads is read here, or the client's system would drop the answer. */
  private void discard() {
    try {
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException reset) {
      end(Side.CLIENT);
    }
  }

  private void answer(Wire wire) {
    try {
      new ResponseSide(this, wire).run();
      client.shutdownOutput();
    } catch (Wire.SinkClosed left) {
      end(Side.CLIENT);
    } catch (IOException reset) {
      end(Side.SERVICE);
    }
  }

  private void end(Side by) {
    unrecorded.forEach(call -> call.frames().end(by.wireName()));
    service.ifPresent(Sockets::reset);
    cut();
  }

  /** Holds a call up for its delay; less where the connection is cut. */
  void holdUp(Call call) throws InterruptedIOException {
    Duration delay = call.delay();
    if (delay.isZero()) {
      return;
    }
    call.disturbed("delay");
    try {
      var _ = ended.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a call was held up");
    }
  }

  /** Answers a call with a status of the gateway's own and ends the connection after it. */
  void answer(Call call, int status) throws IOException {
    byte[] body = ("{\"error\":\"the gateway answers " + status + "\"}").getBytes(UTF_8);
    call.disturbed("status");
    call.answered(status);
    call.response().bytes(body, 0, body.length);
    call.answeredWhole();
    OutputStream out = client.getOutputStream();
    out.write(ownHead(status, body.length).getBytes(UTF_8));
    out.write(body);
    out.flush();
    call.responseEnded();
  }

  private static String ownHead(int status, int length) {
    return String.join(
        "\r\n",
        "HTTP/1.1 " + status + " Disturbed",
        "Content-Type: application/json",
        "Content-Length: " + length,
        "Connection: close",
        "\r\n");
  }

  /** Ends both connections at once, the client's with a reset. From any thread. */
  void cut() {
    cut = true;
    ended.countDown();
    Sockets.reset(client);
    service.ifPresent(Sockets::close);
  }

  Call begin(RequestHead head) {
    return add(listener.calls().of(place(), head));
  }

  Call beginBytes(byte[] bytes) {
    return add(listener.calls().ofBytes(place(), bytes));
  }

  private Calls.Place place() {
    long micros = connectMicros;
    connectMicros = 0;
    return new Calls.Place(this, listener.site(), listener.mode(), micros);
  }

  private Call add(Call call) {
    unrecorded.add(call);
    unanswered.add(call);
    return call;
  }

  /** Whether the call may pass; where not, the connection is cut. */
  boolean admits(Call call) {
    if (call.isRefused()) {
      call.cut("refuse");
    } else if (service.isEmpty()) {
      call.cut(null);
    }
    return !cut;
  }

  /** The call that the service answers now. */
  Optional<Call> current() {
    return Optional.ofNullable(unanswered.peek());
  }

  /** The current call has its answer. */
  void answered() {
    unanswered.remove();
  }

  Head toService(Call call, Head head) {
    TraceParent trace = call.origin().trace();
    Head traced =
        trace == null
            ? head
            : head.values(TraceParent.NAME).isEmpty()
                ? head.with(TraceParent.NAME, trace.value())
                : head.map(TraceParent.NAME, value -> trace.value());
    return listener.heads().map(heads -> heads.toService(traced)).orElse(traced);
  }

  Head toClient(Call call, Head head) {
    return listener.heads().map(heads -> heads.toClient(head, call.clientHost())).orElse(head);
  }

  /** Tells a write that succeeded; its last bytes are not sent yet, so nothing follows it. */
  void tellWrite(Call call) {
    service.flatMap(to -> Writes.of(call, to.getPort())).ifPresent(listener::tellWrite);
  }

  void record(Call call) {
    if (unrecorded.remove(call)) {
      listener.recorder().record(call);
    }
  }

  long nanoTime() {
    return listener.nanoTime();
  }
}
