package ai.netra.loop.suite;

import ai.netra.loop.Fixture;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.project.SuiteSpec.ExcludeSpec;
import ai.netra.loop.record.Mode;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A project with a suite of its own, in a temporary folder, and what the suite runs in. */
final class SuiteProject implements AutoCloseable {

  static final Path PROBE = Path.of("../probe/target/netra-probe-1.0.0.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final String NONCE = "0f".repeat(32);

  final MemoryJournal journal = new MemoryJournal();
  final Windows windows = new Windows();
  private final Fixture fixture;
  private final Workspace workspace;
  private final Path output;

  SuiteProject(Path folder) {
    fixture = Fixture.in(folder.resolve("checkout"));
    output = folder.resolve("output");
    try {
      Files.createDirectories(output);
      Path list = fixture.folder().resolve("junit.classpath");
      fixture.write("junit.classpath", Files.readString(list) + ":" + PROBE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    workspace =
        ((Opening.Opened) Workspace.open(fixture.folder(), state, "loop", Clock.systemUTC()))
            .workspace();
  }

  /** Puts a test class into the suite. */
  SuiteProject with(String name, String body) {
    fixture.write(
        "suite/seeds/" + name + ".java",
        """
        package seeds;
        import static org.assertj.core.api.Assertions.*;
        import static org.junit.jupiter.api.Assertions.assertEquals;
        import java.util.*;
        import java.util.stream.*;
        import org.junit.jupiter.api.*;
        import org.junit.jupiter.params.*;
        import org.junit.jupiter.params.provider.*;
        public class %s {
        %s
        }
        """
            .formatted(name, body));
    return this;
  }

  void write(String file, String content) {
    fixture.write(file, content);
  }

  Path folder() {
    return fixture.folder();
  }

  Path output() {
    return output;
  }

  Suite open() {
    return open(spec(2, 1, Duration.ofSeconds(10), List.of()));
  }

  Suite open(SuiteSpec spec) {
    return Suites.open(spec, context());
  }

  SuiteSpec spec(int lanes, int jvms, Duration timeout, List<ExcludeSpec> exclude) {
    String build =
        "mkdir -p target/suite && "
            + JAVA
            + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -m jdk.compiler/com.sun.tools.javac.Main -d target/suite -cp \"$(cat junit.classpath)\""
            + " $(find suite -name '*.java') && printf %s:target/suite \"$(cat junit.classpath)\""
            + " > target/suite.classpath";
    return new SuiteSpec(
        "seeds",
        "junit",
        List.of("suite/**"),
        List.of(),
        Map.of("items", "ITEMS_URL"),
        Map.of("SEED", "sown"),
        build,
        "target/suite.classpath",
        null,
        null,
        null,
        List.of(),
        "wire",
        lanes,
        jvms,
        timeout,
        Duration.ofSeconds(20),
        exclude);
  }

  private SuiteContext context() {
    return new SuiteContext(
        fixture.folder(),
        output,
        PROBE,
        JAVA,
        System.getenv(),
        workspace.processes(),
        windows,
        new Doors(),
        journal,
        NONCE,
        1,
        Clock.systemUTC());
  }

  static String id(String type, String method) {
    return "[engine:junit-jupiter]/[class:seeds." + type + "]/[" + method + "]";
  }

  static FullRun verdict(List<String> order) {
    return new FullRun(1, 1, Mode.VERDICT, order, Map.of(), Map.of(), false);
  }

  /** Builds the suite and runs tests of it on two lanes. */
  Attempts run(String... tests) {
    return run(Duration.ofSeconds(10), 2, tests);
  }

  Attempts run(Duration timeout, int lanes, String... tests) {
    Suite suite = open(spec(lanes, 1, timeout, List.of()));
    return new Attempts(suite.run(verdict(List.of(tests)), _ -> {}));
  }

  @Override
  public void close() {
    workspace.close();
  }

  /** Addresses that tell front and lane apart. */
  private record Doors() implements Addresses {

    @Override
    public String front(String service) {
      return "http://front/" + service;
    }

    @Override
    public String control(int lane) {
      return "http://control/" + lane;
    }

    @Override
    public String lane(String service, int lane) {
      return "http://lane-" + lane + "/" + service;
    }
  }
}
