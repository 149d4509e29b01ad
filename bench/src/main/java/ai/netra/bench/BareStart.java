package ai.netra.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the bare service with an AOT cache made in the same run, as the services have. */
final class BareStart {

  private BareStart() {}

  static Path cache(Path work) {
    Path cache = work.resolve("bare.aot");
    int port = Child.freePort();
    long start = System.nanoTime();
    try (Child child = run(work, port, "-XX:AOTCacheOutput=" + cache)) {
      child.readyMillis(url(port), start);
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the bare service left no AOT cache; see " + work);
    }
    return cache;
  }

  static double millis(Path work, Path cache) {
    int port = Child.freePort();
    long start = System.nanoTime();
    try (Child child = run(work, port, "-XX:AOTCache=" + cache)) {
      return child.readyMillis(url(port), start);
    }
  }

  private static Child run(Path work, int port, String option) {
    List<String> command =
        List.of(
            Platform.java(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            "ai.netra.bench.BareService");
    Map<String, String> variables = Map.of("SERVER_PORT", Integer.toString(port));
    return Child.start(command, work, variables, work.resolve("bare.log"));
  }

  private static String url(int port) {
    return "http://localhost:" + port + "/health/ready";
  }
}
