package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Smells;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A suite whose sources are built: it can be discovered once and run many times. */
public interface Suite extends AutoCloseable {

  /**
   * Finds the tests; their sources are hashed and must not change until the suite is closed.
   *
   * @throws SuiteFailure when the command does not start, fails, or no test is found
   */
  Inventory discover();

  /**
   * What the sources say against each test of the inventory and each canary; one record a test, its
   * findings empty where nothing does.
   *
   * @param known tests that need not be looked at again
   */
  List<Smells> smells(Inventory inventory, Set<String> known);

  /** The hash of the rules that {@link #smells} goes by. */
  String catalogue();

  /**
   * Runs tests in their order, each once, and returns an attempt for every one of them: those that
   * never started too.
   *
   * @param seen gets each attempt as soon as it ended, from any thread
   * @throws SuiteFailure when the runner itself could not do its work
   */
  List<Attempt> run(FullRun run, Consumer<Attempt> seen);

  /**
   * Ends the run under way: tests in flight are ERROR, the rest NOT_RUN, with this reason. From any
   * thread.
   */
  void cut(String reason);

  @Override
  void close();
}
