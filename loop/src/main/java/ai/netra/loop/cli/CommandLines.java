package ai.netra.loop.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Puts the commands together, by hand. */
final class CommandLines {

  private CommandLines() {}

  static CommandLine of(Session session) {
    CommandLine line = new CommandLine(new RootCommand());
    line.addSubcommand(new LoopCommand(session));
    line.addSubcommand(new VerifyCommand(session));
    line.addSubcommand(new GateCommand(session));
    line.addSubcommand(new AuditCommand(session));
    line.addSubcommand(new ReportCommand(session));
    line.addSubcommand(new WhyCommand(session));
    line.addSubcommand(
        new CommandLine(new SuiteCommand()).addSubcommand(new SuiteListCommand(session)));
    line.addSubcommand(new UpCommand(session));
    line.addSubcommand(new DownCommand(session));
    line.addSubcommand(new StatusCommand(session));
    line.addSubcommand(new LogsCommand(session));
    line.addSubcommand(new DoctorCommand(session));
    line.addSubcommand(new IndexCommand(session));
    line.addSubcommand(new ApproveCommand(session));
    line.addSubcommand(new StopCommand(session));
    line.addSubcommand(new TestCommand(session));
    line.addSubcommand(new DemoCommand(session));
    line.addSubcommand(
        new CommandLine(new FaultsCommand())
            .addSubcommand(new FaultsListCommand(session))
            .addSubcommand(new FaultsCheckCommand(session))
            .addSubcommand(new FaultsRunCommand(session)));
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(session.colours() ? Ansi.ON : Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new UsageErrors(session));
    line.setExecutionExceptionHandler(new Failures(session));
    return line;
  }
}
