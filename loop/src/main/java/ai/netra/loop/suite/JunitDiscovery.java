package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.source.TestSources;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the tests of a JUnit suite in a worker of its own. */
record JunitDiscovery(SuiteSpec spec, Workers workers, Addresses addresses, TestSources sources) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * The tests by id, in the order in which the engines tell them.
   *
   * @throws SuiteFailure when the worker or an engine fails, or there is no test
   */
  Map<String, WorkerEvent.Found> find(String roots) {
    Worker worker = workers.start("discover", new LaneAddresses(spec, addresses).front());
    try {
      worker.discover(roots);
      Map<String, WorkerEvent.Found> found = listen(worker);
      if (found.isEmpty()) {
        throw new SuiteFailure(title() + "no test in " + roots);
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteFailure(title() + "discovery was interrupted", e);
    } finally {
      Worker.endAll(List.of(worker));
    }
  }

  private Map<String, WorkerEvent.Found> listen(Worker worker) throws InterruptedException {
    Map<String, WorkerEvent.Found> found = new LinkedHashMap<>();
    while (true) {
      WorkerEvent event = worker.next(Worker.PROCESS, LIMIT);
      switch (event) {
        case WorkerEvent.Found test -> found.put(test.id(), test);
        case WorkerEvent.Discovered _ -> {
          return found;
        }
        case WorkerEvent.Refused refused -> throw new SuiteFailure(title() + refused.message());
        case WorkerEvent.Gone _ ->
            throw new SuiteFailure(title() + "the discovery worker " + worker.ending());
        case null ->
            throw new SuiteFailure(title() + "no discovery after " + LIMIT.toMinutes() + " min");
        default -> throw new SuiteFailure(title() + "a discovery told " + event);
      }
    }
  }

  /** The tests with the places of their sources. */
  List<Frozen.Discovered> placed(Collection<WorkerEvent.Found> found) {
    return found.stream().map(this::placed).toList();
  }

  private Frozen.Discovered placed(WorkerEvent.Found test) {
    String type = test.type();
    String method = test.method();
    if (type == null || method == null) {
      throw new SuiteFailure(title() + "the engine does not tell where " + test.id() + " stands");
    }
    try {
      TestSources.Place place = sources.place(type, method);
      return new Frozen.Discovered(
          test.id(), test.claim(), test.tags(), place.file() + ":" + place.line(), place.closure());
    } catch (IllegalArgumentException e) {
      throw new SuiteFailure(title() + test.id() + ": " + e.getMessage(), e);
    }
  }

  private String title() {
    return "suites." + spec.name() + ": ";
  }
}
