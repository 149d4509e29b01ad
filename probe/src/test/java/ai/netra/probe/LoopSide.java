package ai.netra.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The loop's end of a worker, as a test needs it: a real process of the packaged probe. */
final class LoopSide implements AutoCloseable {

  private static final String TOKEN = "a token of this test";
  private static final Path OUTPUT = Path.of("target", "worker.log");
  private static final int SILENCE_MILLIS = 30_000;

  private final Process process;
  private final Socket socket;
  private final BufferedReader reader;
  private final OutputStream out;

  private LoopSide(Process process, Socket socket) throws IOException {
    this.process = process;
    this.socket = socket;
    socket.setSoTimeout(SILENCE_MILLIS);
    reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = socket.getOutputStream();
  }

  static LoopSide start(String declaredChecks) throws IOException {
    return start(declaredChecks, List.of());
  }

  static LoopSide start(String declaredChecks, List<Path> moreClasses) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(SILENCE_MILLIS);
      Process process = worker(server.getLocalPort(), declaredChecks, moreClasses);
      LoopSide side = new LoopSide(process, server.accept());
      Message hello = side.receive();
      if (!hello.get("token").equals(TOKEN)) {
        throw new IllegalStateException("a worker says its token first, not " + hello);
      }
      return side;
    }
  }

  private static Process worker(int port, String declaredChecks, List<Path> moreClasses)
      throws IOException {
    String jar = Path.of("target", "netra-probe-1.0.0.jar").toAbsolutePath().toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-javaagent:" + jar + "=" + declaredChecks,
            "-cp",
            classPath(jar, moreClasses),
            "ai.netra.probe.Worker");
    builder.environment().put("NETRA_WORKER_PORT", Integer.toString(port));
    builder.environment().put("NETRA_WORKER_TOKEN", TOKEN);
    return builder.redirectErrorStream(true).redirectOutput(OUTPUT.toFile()).start();
  }

  private static String classPath(String jar, List<Path> moreClasses) {
    Stream<String> tests =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(entry -> !entry.endsWith("target/classes"));
    return Stream.of(Stream.of(jar), moreClasses.stream().map(Path::toString), tests)
        .flatMap(s -> s)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  void send(String... namesAndValues) throws IOException {
    out.write((Message.of(namesAndValues).line() + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  Message receive() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the worker closed its socket");
    }
    return Message.parse(line);
  }

  /** Runs a test in lane 0, acknowledging each edge, and returns all events up to its end. */
  List<Message> run(String id, Map<String, String> addresses, Consumer<String> atEdge)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("do", "run", "lane", "0", "id", id, "trace", "0af7651916cd43dd8448eb211c80319c"));
    addresses.forEach((name, value) -> command.addAll(List.of("address." + name, value)));
    send(command.toArray(String[]::new));
    return untilFinished(atEdge);
  }

  List<Message> run(String id) throws IOException {
    return run(id, Map.of(), phase -> {});
  }

  List<Message> untilFinished(Consumer<String> atEdge) throws IOException {
    List<Message> events = new ArrayList<>();
    Message event = receive();
    while (!event.get("is").equals("finished")) {
      events.add(event);
      if (event.get("is").equals("edge")) {
        atEdge.accept(event.get("phase"));
        send("do", "ack", "lane", "0");
      }
      event = receive();
    }
    events.add(event);
    return events;
  }

  /** Closes the socket and returns the exit status. */
  int hangUp() throws IOException, InterruptedException {
    socket.close();
    if (!process.waitFor(SILENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the worker outlived its socket");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    process.destroyForcibly();
  }
}
