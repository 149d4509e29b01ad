package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec.SecretSpec;
import ai.netra.loop.workspace.WorkspaceFailure;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks of {@code netra doctor}. */
final class Doctor {

  private static final int LEAST_JDK = 25;
  private static final int LEAST_NODE = 20;
  private static final long LEAST_DISK_BYTES = 2L << 30;
  private static final long LEAST_MEMORY_BYTES = 2L << 30;

  private final Session session;
  private final ProjectFiles files;

  Doctor(Session session, ProjectFiles files) {
    this.session = session;
    this.files = files;
  }

  /** One check: {@code found} says what was seen, and where it is a miss what to do. */
  record Check(String name, boolean ok, String found) {}

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    int java = Runtime.version().feature();
    checks.add(new Check("jdk", java >= LEAST_JDK, Runtime.version() + ", 25 or newer is needed"));
    checks.add(node());
    checks.add(tool("git", "--version", "install git"));
    checks.add(tool("setsid", "--version", "install util-linux"));
    checks.add(memory());
    checks.addAll(project());
    return checks;
  }

  private Check node() {
    Optional<String> version = output("node", "--version");
    boolean ok =
        version.filter(text -> text.matches("v[0-9]{1,6}\\..*")).map(Doctor::major).orElse(0)
            >= LEAST_NODE;
    return new Check("node", ok, version.orElse("not found") + ", 20 or newer is needed");
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(1, version.indexOf('.')));
  }

  private Check tool(String name, String argument, String remedy) {
    Optional<String> version = output(name, argument);
    return new Check(name, version.isPresent(), version.orElse("not found: " + remedy));
  }

  private static Check memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    return new Check("memory", total >= LEAST_MEMORY_BYTES, gibibytes(total) + ", 2 are needed");
  }

  private List<Check> project() {
    try {
      Project project = files.project();
      List<String> problems = Preflight.of(session, project).problems();
      List<Check> checks = new ArrayList<>();
      String found = problems.isEmpty() ? "project " + project.name() : String.join("; ", problems);
      checks.add(new Check("netra.yaml", problems.isEmpty(), found));
      checks.add(disk(files.state(project).root()));
      checks.add(secrets(project));
      return checks;
    } catch (CommandFailure | WorkspaceFailure e) {
      return List.of(new Check("netra.yaml", false, String.valueOf(e.getMessage())));
    }
  }

  private static Check disk(Path state) {
    try {
      FileStore store = Files.getFileStore(state);
      long free = store.getUsableSpace();
      String found = gibibytes(free) + " free for " + state + ", 2 are needed";
      return new Check("disk", free >= LEAST_DISK_BYTES, found);
    } catch (IOException e) {
      throw new UncheckedIOException(state + ": its file system cannot be asked", e);
    }
  }

  private Check secrets(Project project) {
    List<String> missing = new ArrayList<>();
    project
        .services()
        .values()
        .forEach(
            service ->
                service
                    .secrets()
                    .forEach(
                        (name, secret) -> {
                          if (!hasSource(project, secret)) {
                            missing.add(service.name() + "." + name + " from " + secret.from());
                          }
                        }));
    String found = missing.isEmpty() ? "all there" : "missing: " + String.join(", ", missing);
    return new Check("secrets", missing.isEmpty(), found);
  }

  private boolean hasSource(Project project, SecretSpec secret) {
    String what = secret.from().substring(secret.from().indexOf(':') + 1);
    if (secret.from().startsWith("env:")) {
      return session.environment().containsKey(what);
    }
    return !secret.from().startsWith("file:") || Files.isReadable(project.root().resolve(what));
  }

  /** The first line of what a tool says of itself; nothing where there is no such tool. */
  private Optional<String> output(String... argv) {
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

  private static String gibibytes(long bytes) {
    return "%.1f GiB".formatted(bytes / (double) (1L << 30));
  }
}
