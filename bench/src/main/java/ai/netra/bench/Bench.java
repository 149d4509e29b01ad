package ai.netra.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the running system beside its peers. Progress goes to the standard error, one table to
 * the standard output, and the same as JSON into {@code bench/results} and as a table into {@code
 * bench/README.md}; a quick or partial run writes below {@code bench/target} alone.
 */
public final class Bench {

  private static final int USAGE = 2;

  private Bench() {}

  /** Arguments: the checkout, whose artifacts are built; then those of {@code bench/run}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Measurement> all =
        List.of(
            new HelpStart(),
            new ServiceStarts(),
            new RoundTrips(),
            new Messages(),
            new FanOut(),
            new Answers(),
            new LoopRuns());
    try {
      run(Options.of(arguments, all.stream().map(Measurement::name).toList()), all);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  private static void run(Options options, List<Measurement> all)
      throws IOException, InterruptedException {
    Setting setting = Setting.in(options.root(), options.quick());
    Machine machine = Machine.here(Clock.systemUTC());
    List<Figure> figures = new ArrayList<>();
    for (Measurement measurement : all) {
      if (options.takes(measurement)) {
        setting.tell(measurement.name() + " …");
        figures.addAll(measurement.figures(setting));
      }
    }
    Results results = new Results(options.command(), machine, Machine.load(), figures);
    System.out.print(results.markdown());
    Path written = new Publication(options.root()).write(results, options.whole());
    setting.tell("written to " + options.root().relativize(written));
    setting.close();
  }
}
