package ai.netra.loop.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The loop's end of a worker's loopback socket: lines of flat JSON. Any thread may send. */
final class WorkerLink implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> FLAT = new TypeReference<>() {};
  private static final int TOKEN_BYTES = 16;

  private final Socket socket;
  private final BufferedReader reader;
  private final OutputStream out;

  private WorkerLink(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = socket.getOutputStream();
  }

  /** A port that waits for one worker, which must know the token. */
  record Door(ServerSocket server, String token) implements AutoCloseable {

    static Door open(SecureRandom random) throws IOException {
      byte[] token = new byte[TOKEN_BYTES];
      random.nextBytes(token);
      return new Door(
          new ServerSocket(0, 0, InetAddress.getLoopbackAddress()),
          HexFormat.of().formatHex(token));
    }

    Map<String, String> variables() {
      return Map.of(
          "NETRA_WORKER_PORT",
          Integer.toString(server.getLocalPort()),
          "NETRA_WORKER_TOKEN",
          token);
    }

    /** The link to the first who says the token; others are hung up on. */
    WorkerLink accept(Duration limit) throws IOException {
      server.setSoTimeout(Math.toIntExact(limit.toMillis()));
      while (true) {
        WorkerLink link = new WorkerLink(server.accept());
        Map<String, String> hello = link.receive();
        if (hello != null && token.equals(hello.get("token"))) {
          return link;
        }
        link.close();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  /** Sends names and values in turn; a worker that is gone is told by {@link #receive}. */
  void send(Map<String, String> fields) {
    byte[] line = (JSON.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      try {
        out.write(line);
        out.flush();
      } catch (IOException gone) {
        // The reader meets the same end and tells every lane.
        close();
      }
    }
  }

  void send(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    send(fields);
  }

  /** The next line; null when the worker is gone. */
  @Nullable Map<String, String> receive() {
    try {
      String line = reader.readLine();
      return line == null ? null : JSON.readValue(line, FLAT);
    } catch (IOException gone) {
      return null;
    } catch (JacksonException e) {
      throw new SuiteFailure("a worker wrote a line that is no flat JSON: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a worker's socket does not close", e);
    }
  }
}
