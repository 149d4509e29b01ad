package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bare service over the libraries of one of ours, with an AOT cache made in the same run, as ours
 * have: what is left when all that we wrote is taken away.
 */
final class BareService {

  /** The builds of ours train in the same way. */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private final String name;
  private final String main;
  private final String classPath;
  private final Path work;

  private BareService(String name, String main, String classPath, Path work) {
    this.name = name;
    this.main = main;
    this.classPath = classPath;
    this.work = work;
  }

  /** Trains the cache in one start. */
  static BareService trained(String name, Class<?> main, Setting setting) {
    Path libraries = setting.root().resolve(name + "/target/app/lib");
    String classPath = Jars.own() + ":" + jars(libraries);
    BareService bare =
        new BareService(name, main.getName(), classPath, setting.folder("bare-" + name));
    bare.train();
    return bare;
  }

  private void train() {
    int port = Child.freePort();
    long start = System.nanoTime();
    try (Child child = start(List.of("-XX:AOTCacheOutput=" + cache(), FIRST_COMPILER), port)) {
      child.readyMillis(ready(port), start);
      child.end(); // the virtual machine writes its cache now
    }
    if (!Files.exists(cache())) {
      throw new IllegalStateException("the bare service left no AOT cache; see " + work);
    }
  }

  /** Milliseconds from the start of the process to its first 200. */
  double startMillis() {
    int port = Child.freePort();
    long start = System.nanoTime();
    try (Child child = start(List.of("-XX:AOTCache=" + cache()), port)) {
      return child.readyMillis(ready(port), start);
    }
  }

  private Child start(List<String> options, int port) {
    List<String> command = new ArrayList<>(List.of(Jars.java()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    Map<String, String> variables = Map.of("SERVER_PORT", Integer.toString(port));
    return Child.start(command, work, variables, work.resolve(name + ".log"));
  }

  private static String ready(int port) {
    return "http://localhost:" + port + "/health/ready";
  }

  private Path cache() {
    return work.resolve(name + ".aot");
  }

  private static String jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
