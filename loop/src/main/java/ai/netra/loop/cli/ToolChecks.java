package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.project.ServiceSpec.StartSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the programs are there that the loop and the project run. */
final class ToolChecks {

  private static final int LEAST_JDK = 25;
  private static final int LEAST_NODE = 20;
  private static final Pattern NODE_COMMAND = Pattern.compile("\\b(node|npm|npx)\\b");
  private static final Set<String> NODE_KINDS = Set.of("playwright", "node");

  private ToolChecks() {}

  static Check jdk() {
    boolean ok = Runtime.version().feature() >= LEAST_JDK;
    return new Check("jdk", ok, Runtime.version() + ", 25 or newer is needed");
  }

  static Check git() {
    return tool("git", "install git");
  }

  static Check setsid() {
    return tool("setsid", "install util-linux");
  }

  /** Who does not run it can do without. */
  static Check node(Optional<Project> project) {
    if (project.filter(ToolChecks::runsNode).isEmpty()) {
      String version = output("node", "--version").orElse("not found");
      return new Check("node", true, version + ", this project runs none");
    }
    return node();
  }

  static Check node() {
    Optional<String> version = output("node", "--version");
    int major =
        version.filter(it -> it.matches("v[0-9]{1,6}\\..*")).map(ToolChecks::major).orElse(0);
    String found = version.orElse("not found") + ", 20 or newer is needed";
    return new Check("node", major >= LEAST_NODE, found);
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(1, version.indexOf('.')));
  }

  private static boolean runsNode(Project project) {
    Stream<String> services =
        project.services().values().stream()
            .flatMap(it -> Stream.of(command(it.build()), command(it.start())));
    Stream<String> suites =
        project.suites().values().stream()
            .flatMap(it -> Stream.of(it.build(), it.discover(), it.run()))
            .filter(Objects::nonNull);
    return Stream.concat(services, suites).anyMatch(it -> NODE_COMMAND.matcher(it).find())
        || project.suites().values().stream().anyMatch(it -> NODE_KINDS.contains(it.kind()));
  }

  private static String command(@Nullable BuildSpec build) {
    return build == null ? "" : build.command();
  }

  private static String command(@Nullable StartSpec start) {
    return start == null ? "" : start.command();
  }

  private static Check tool(String name, String remedy) {
    Optional<String> version = output(name, "--version");
    return new Check(name, version.isPresent(), version.orElse("not found: " + remedy));
  }

  /** The first line of what a tool says of itself; nothing where there is no such tool. */
  private static Optional<String> output(String... argv) {
    try {
      Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? text.lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the program is not there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
