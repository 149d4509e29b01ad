package ai.netra.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures the running system beside its peers and prints one table; see the module's page. */
public final class Bench {

  private static final int HELP_STARTS = 10;
  private static final int SERVICE_STARTS = 3;
  private static final int MESSAGES = 200;
  private static final int PINGS = 2_000;
  private static final int WARM_UP = 500;
  private static final String PING = "{\"type\":\"ping\",\"id\":\"p\"}";

  private final Path root;
  private final Path work;
  private final List<Figure> figures = new ArrayList<>();

  private Bench(Path root, Path work) {
    this.root = root;
    this.work = work;
  }

  /** Arguments: the checkout's root; its services and command line must be built. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    Path work = Files.createTempDirectory("netra-bench");
    Machine machine = Machine.here();
    System.out.println(machine.line());
    Bench bench = new Bench(root, work);
    bench.help();
    bench.starts();
    bench.sockets();
    new LoopRuns(root, work).figures().forEach(bench::told);
    bench.publish(machine);
  }

  private void help() throws InterruptedException {
    double[] millis = new double[HELP_STARTS];
    for (int i = -1; i < HELP_STARTS; i++) {
      long start = System.nanoTime();
      Path log = work.resolve("help.log");
      Child help = Child.start(List.of("./netra", "--help"), root, Map.of(), log);
      if (help.process().waitFor() != 0) {
        throw new IllegalStateException("./netra --help failed; see " + log);
      }
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    told(new Figure("netra --help", "ms", Samples.of(millis), null));
  }

  private void starts() {
    double[] auth = new double[SERVICE_STARTS];
    double[] backend = new double[SERVICE_STARTS];
    double[] bare = new double[SERVICE_STARTS];
    Path cache = BareStart.cache(work);
    for (int i = 0; i < SERVICE_STARTS; i++) {
      try (Platform platform = Platform.start(root, folder("start-" + i))) {
        auth[i] = platform.authMillis();
        backend[i] = platform.backendMillis();
      }
      bare[i] = BareStart.millis(work, cache);
    }
    Figure.Peer peer = new Figure.Peer("bare service", Samples.of(bare));
    told(new Figure("auth, start to ready", "ms", Samples.of(auth), peer));
    told(new Figure("backend, start to ready", "ms", Samples.of(backend), peer));
  }

  private void sockets() throws IOException {
    try (Platform platform = Platform.start(root, folder("sockets"));
        Child echo = BareEchoStart.start(work)) {
      String url = platform.backendUrl().replace("http://", "ws://") + "/ws";
      try (Frames socket = new Frames(HttpClient.newHttpClient(), url, platform.token());
          Frames peer = new Frames(HttpClient.newHttpClient(), BareEchoStart.url(echo), null)) {
        socket.await("connection_established");
        Samples own = roundTrips(socket, "\"pong\"");
        Samples bare = roundTrips(peer, "\"ping\"");
        told(
            new Figure(
                "socket ping round trip, authenticated",
                "ms",
                own,
                new Figure.Peer("bare Netty echo", bare)));
        messages(socket);
      }
    }
  }

  private static Samples roundTrips(Frames socket, String answer) {
    double[] millis = new double[PINGS];
    for (int i = -WARM_UP; i < PINGS; i++) {
      long start = socket.send(PING);
      long end = socket.await(answer).nanos();
      if (i >= 0) {
        millis[i] = (end - start) / 1e6;
      }
    }
    return Samples.of(millis);
  }

  private void messages(Frames socket) {
    double[] received = new double[MESSAGES];
    double[] started = new double[MESSAGES];
    double[] completed = new double[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
      long start =
          socket.send(
              "{\"type\":\"user_message\",\"payload\":{\"content\":\"What do I spend, and on what?\"}}");
      received[i] = (socket.await("\"message_received\"").nanos() - start) / 1e6;
      started[i] = (socket.await("\"agent_started\"").nanos() - start) / 1e6;
      completed[i] = (socket.await("\"agent_completed\"").nanos() - start) / 1e6;
    }
    told(new Figure("message to message_received", "ms", Samples.of(received), null));
    told(new Figure("message to agent_started", "ms", Samples.of(started), null));
    told(new Figure("message to agent_completed, plan guide", "ms", Samples.of(completed), null));
  }

  private void told(Figure figure) {
    figures.add(figure);
    System.out.println(figure.line());
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void publish(Machine machine) throws IOException {
    String json =
        figures.stream()
            .map(Figure::json)
            .collect(
                Collectors.joining(
                    ",\n  ",
                    "{\"machine\":\"" + machine.line() + "\",\"figures\":[\n  ",
                    "\n]}\n"));
    Path file = root.resolve("bench/target/figures.json");
    Files.writeString(file, json);
    System.out.println("written to " + root.relativize(file));
  }
}
