package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.Events.Subscription;
import ai.netra.backend.events.EventsForTests;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.reports.OpenReports;
import ai.netra.backend.service.Ids;
import ai.netra.backend.store.Store;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.threads.ThreadsForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A node over a real store, with one user; everything but the pipeline is the product's own. */
final class RunBench {

  static final RunSettings SETTINGS =
      new RunSettings(
          5,
          20,
          1024,
          64,
          Duration.ofSeconds(120),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(8),
          Duration.ofSeconds(2),
          3,
          "rev1");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger NODES = new AtomicInteger();
  private static final AtomicInteger IDS = new AtomicInteger();

  final Store store;
  final Events events;
  final ScriptedPipeline pipeline = new ScriptedPipeline();
  final RunNode node;
  final JdbcRuns runs;

  /** How many runs this node knows to wait; it learns of one when its start is committed. */
  final IntSupplier waiting;

  final ThreadsForTests threads;
  final Ids ids = prefix -> prefix + "%026d".formatted(IDS.incrementAndGet());

  RunBench(Store store, RunSettings settings) {
    Clock clock = Clock.systemUTC();
    this.store = store;
    this.events = EventsForTests.over(store, clock);
    this.threads = ThreadsForTests.over(store, events, clock, ids, this::work);
    RunParts parts =
        new RunParts(
            store,
            events,
            pipeline,
            new Leases(store, "node" + NODES.incrementAndGet(), settings),
            new RunEnds(events, threads.log(), OpenReports.over(store, clock), clock),
            settings,
            new Deadlines(),
            new Semaphore(settings.computing()),
            clock,
            System::nanoTime);
    Heartbeats heartbeats = new Heartbeats(store, events, settings, System::nanoTime);
    RunViews views = new RunViews(settings.perUser());
    RunQueue queue = new RunQueue(settings.perUser(), settings.perNode());
    this.waiting = () -> queue.waiting().size();
    this.node = new RunNode(parts, queue, heartbeats);
    References references = new References((_, _, id) -> id.equals("imp_mine"));
    RunStarts starts = new RunStarts(parts, threads.log(), references, views, ids);
    this.runs = new JdbcRuns(parts, threads.log(), starts, views, node);
  }

  RunBench(Store store) {
    this(store, SETTINGS);
  }

  private JdbcRuns work() {
    return runs;
  }

  /** Limits of a test: time of a run and of a step, silence, and how often runs are taken up. */
  static RunSettings limits(Duration run, Duration step, Duration silence, int recoveries) {
    return new RunSettings(
        5, 20, 1024, 64, run, step, silence, SETTINGS.lease(), SETTINGS.renewal(), recoveries, "r");
  }

  /** Limits under which nothing starts on this node. */
  static RunSettings idle() {
    return new RunSettings(
        5,
        20,
        0,
        64,
        SETTINGS.runTimeout(),
        SETTINGS.stepTimeout(),
        SETTINGS.silence(),
        SETTINGS.lease(),
        SETTINGS.renewal(),
        3,
        "r");
  }

  Cause user(String name) {
    return TestUsers.cause(TestUsers.add(store, name), name);
  }

  static StartRun ask(@Nullable String thread, @Nullable String clientId) {
    return new StartRun(
        "What do I spend?",
        "supervisor",
        thread,
        null,
        Map.of(),
        Map.of(),
        List.of(),
        Map.of("note", "x"),
        clientId);
  }

  /** Starts a run and returns its id. */
  String start(Cause cause, @Nullable String thread) {
    return runs.start(cause, ask(thread, null)).run().head().id();
  }

  String state(Cause cause, String run) {
    return runs.get(cause.user(), run).head().state();
  }

  /** Waits until the run has ended and returns its state. */
  String ended(Cause cause, String run) throws InterruptedException {
    return runs.await(cause.user(), run, PATIENCE).head().state();
  }

  List<StoredEvent> eventsOf(Cause cause, String run) {
    return runs.events(cause.user(), run, 0, 1000).events();
  }

  List<String> types(Cause cause, String run) {
    return eventsOf(cause, run).stream().map(StoredEvent::type).toList();
  }

  /** Waits until the run's log has an event of this type. */
  void awaitEvent(Cause cause, String run, String type) throws InterruptedException {
    await(cause.user(), () -> types(cause, run).contains(type));
  }

  private void await(UserKey user, BooleanSupplier condition) throws InterruptedException {
    Semaphore changed = new Semaphore(0);
    long until = System.nanoTime() + PATIENCE.toNanos();
    try (Subscription _ = events.subscribe(user, changed::release)) {
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime()).as("deadline of the wait").isLessThan(until);
        assertThat(changed.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  void stop(Cause cause, String run) {
    StopOutcome outcome = runs.stop(cause, new Runs.StopRequest(run, null, "changed my mind"));
    if (outcome instanceof StopOutcome.Stopping stopping) {
      stopping.proceed().run();
    }
  }
}
