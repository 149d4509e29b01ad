package ai.netra.loop.cli;

/** Starts the command line. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(Session.ofThisProcess()).execute(arguments));
  }
}
