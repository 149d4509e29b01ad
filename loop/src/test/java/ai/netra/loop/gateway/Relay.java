package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A gateway before one service, with one attempt; what tests of the relay share. */
final class Relay implements AutoCloseable {

  static final TestKey KEY = new TestKey("e2e", "a test", 1, Mode.VERDICT);
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  private static final int KEPT_BYTES = 64;

  final MemoryJournal journal = new MemoryJournal();
  final Gateway gateway;
  final Front front;

  Relay(int servicePort) {
    AtomicLong spans = new AtomicLong();
    gateway =
        Gateway.open(
            journal,
            new GatewaySettings(
                KEPT_BYTES, Clock.systemUTC(), System::nanoTime, spans::incrementAndGet));
    front = gateway.front("api", 0);
    gateway.upstream("api", servicePort);
  }

  /** Begins the attempt on lane 0 and goes on to CALL. */
  void call(@Nullable Fault fault) {
    gateway.begin(KEY, TRACE, 0, fault);
    gateway.phase(KEY, Phase.CALL);
  }

  Socket toFront() throws IOException {
    return connect("127.0.0.1", front.port());
  }

  Socket toLane() throws IOException {
    return connect("127.0.0.1", lanePort());
  }

  int lanePort() {
    return URI.create(gateway.lane("api", 0)).getPort();
  }

  static Socket connect(String from, int port) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    socket.setSoTimeout(10_000);
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** The exchanges of the attempt, once all are recorded. */
  List<Exchange> exchanges() throws InterruptedException {
    gateway.drain(List.of(KEY), Duration.ofSeconds(10));
    return journal.exchanges().stream().filter(exchange -> KEY.equals(exchange.key())).toList();
  }

  Exchange exchange() throws InterruptedException {
    List<Exchange> all = exchanges();
    if (all.size() != 1) {
      throw new AssertionError("one exchange is recorded, got " + all);
    }
    return all.getFirst();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
