package ai.netra.loop.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netra doctor}: whether this machine and this checkout have what the loop needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Checks tools, memory, disk, clock, rules, secret sources and netra.yaml; 13 on a miss.")
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Check> checks = new Doctor(session, new ProjectFiles(session, options)).checks();
    if (options.json) {
      session.out().println(Json.line(checks));
    } else {
      checks.forEach(this::print);
    }
    return Doctor.exit(checks).status();
  }

  private void print(Check check) {
    session
        .out()
        .printf("%-4s %-10s %s%n", check.ok() ? "ok" : "MISS", check.name(), check.found());
  }
}
