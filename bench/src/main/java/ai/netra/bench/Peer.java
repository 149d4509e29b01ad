package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server to compare with, in a process of its own that printed its port. */
record Peer(Child process, String url) implements AutoCloseable {

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** Netty that echoes. */
  static Peer echo(Setting setting) {
    return netty(setting, "echo");
  }

  /** Netty that sends what it is sent to all others. */
  static Peer cast(Setting setting) {
    return netty(setting, "cast");
  }

  private static Peer netty(Setting setting, String mode) {
    List<String> command =
        List.of(
            Jars.java(),
            "-cp",
            System.getProperty("java.class.path"),
            BareEcho.class.getName(),
            mode);
    Path log = setting.work().resolve(mode + ".log");
    return awaited(Child.start(command, setting.root(), Map.of(), log), "/ws");
  }

  /** Socket.IO on Node that sends what it is sent to all others; installed from its lock file. */
  static Peer socketIo(Setting setting) throws InterruptedException {
    Path folder = setting.root().resolve("bench/peers/socketio");
    Path log = setting.work().resolve("npm.log");
    List<String> install = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    try (Child npm = Child.start(install, folder, Map.of(), log)) {
      if (npm.process().waitFor() != 0) {
        throw new IllegalStateException("npm ci failed; see " + log);
      }
    }
    Path output = setting.work().resolve("socketio.log");
    Child node = Child.start(List.of("node", "cast.mjs"), folder, Map.of(), output);
    return awaited(node, "/socket.io/?EIO=4&transport=websocket");
  }

  private static Peer awaited(Child child, String path) {
    try {
      return new Peer(child, "ws://127.0.0.1:" + port(child) + path);
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  private static String port(Child child) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS && child.process().isAlive()) {
      for (String line : lines(child.log())) {
        if (line.matches("\\d+")) {
          return line;
        }
      }
      Child.pause();
    }
    throw new IllegalStateException("the peer printed no port; see " + child.log());
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
