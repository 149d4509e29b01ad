package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Smells;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.record.TestKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of a small run, told line by line: service {@code shop}, suite {@code e2e}. */
final class Story {

  static final String SUITE = "e2e";
  static final String TEST = "buys";
  static final String BUILD = "b1";
  static final String RULES = "rules";
  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final String NONCE = "ab".repeat(32);
  private static final long WORKER = 77;

  private final List<Fact<Entry>> facts = new ArrayList<>();
  private long spans;
  private int mutants;

  /** A run that was started, deployed and whose worker lives and ends. */
  static Story deployed(String level, String... tests) {
    Story story = new Story();
    story.add(
        new RunStarted(
            1, "R", "p", "local", "tree", "main", false, NONCE, 2, List.of("netra"), Map.of()));
    story.add(new Build("shop", BUILD, "digest", false, List.of("shop"), "make", 10));
    story.add(attested(BUILD, "self"));
    story.add(new DeployDone(true, "attested", null, null));
    story.add(terms(level));
    story.add(inventory(tests.length == 0 ? new String[] {TEST} : tests));
    story.add(new Spawned("worker", "e2e", List.of("java"), ".", List.of("PATH"), WORKER, START));
    story.add(new Exited("worker", "e2e", WORKER, 0, 5L, 5L, "00"));
    return story;
  }

  private static SuiteTerms terms(String level, SuiteTerms.Probe... probes) {
    return new SuiteTerms(
        SUITE, "junit", level, true, List.of("shop"), List.of("shop"), List.of(probes), List.of());
  }

  /** From now on writes are read back. */
  Story probing(String level, String after, String read) {
    add(terms(level, new SuiteTerms.Probe("shop", after, read, 200)));
    return this;
  }

  static DeployAttested attested(String reported, String level) {
    return new DeployAttested(
        "shop", null, BUILD, reported, level, "digest", "d1", 5, START, 4000, "http://x", 100);
  }

  private static Inventory inventory(String... tests) {
    List<Inventory.Test> all = new ArrayList<>();
    for (String test : tests) {
      all.add(new Inventory.Test(test, test, "p1", null, "T.java", "closure-" + test));
    }
    return new Inventory(SUITE, all.size(), List.of(), all, "sha");
  }

  /** A line of any kind; returns its number. */
  long add(Entry entry) {
    facts.add(new Fact<>(facts.size() + 1L, entry));
    return facts.size();
  }

  /** Leaves out every line of a kind. */
  Story without(Class<? extends Entry> kind) {
    facts.removeIf(it -> kind.isInstance(it.entry()));
    return this;
  }

  /** A test that passed, with a GET and its receipt, clean sources, red control and mutants. */
  Story proved(String test) {
    passes(test, 1);
    call(test, "GET", "/items", 200).receipt("GET", "/items", 200);
    clean(test);
    redControl(test);
    mutant(test, Change.STATUS, Status.FAILED, "status");
    return mutant(test, Change.BODY, Status.FAILED, "leaves");
  }

  /** An attempt whose answers on {@code GET /items} are changed; by no fault for none. */
  Story mutant(String test, Change change, Status status, @Nullable String fault) {
    TestKey key = new TestKey(SUITE, test, ++mutants, Mode.MUTANT);
    add(new Mutant(key, change, "shop", "GET", "/items", List.of(), 0, 7));
    add(attempt(key, 1, status, 1));
    if (fault != null) {
      add(disturbed(exchange(key, "GET", "/items", 200), fault));
    }
    return this;
  }

  Story passes(String test, int run) {
    add(attempt(new TestKey(SUITE, test, run, Mode.VERDICT), run, Status.PASSED, 2));
    return this;
  }

  Story clean(String test) {
    add(new Smells(SUITE, test, "closure-" + test, RULES, List.of()));
    return this;
  }

  Story redControl(String test) {
    return control(test, Status.ERROR, "refuse");
  }

  Story control(String test, Status status, @Nullable String fault) {
    TestKey key = new TestKey(SUITE, test, 1, Mode.CONTROL);
    add(attempt(key, 1, status, 0));
    if (fault != null) {
      add(disturbed(exchange(key, "GET", "/items", 200), fault));
    }
    return this;
  }

  /** The canaries of a full run, as they must come out. */
  Story canaries(int run) {
    attempt(Canary.PASSES.testId(), run, Status.PASSED, 1);
    attempt(Canary.SWALLOWS.testId(), run, Status.PASSED, 0);
    return attempt(Canary.FAILS.testId(), run, Status.FAILED, 1);
  }

  Story attempt(String test, int run, Status status, int assertions) {
    add(attempt(new TestKey(SUITE, test, run, Mode.VERDICT), run, status, assertions));
    return this;
  }

  static Attempt attempt(TestKey key, int run, Status status, @Nullable Integer assertions) {
    return new Attempt(
        key,
        run,
        key.traceId(NONCE),
        status,
        status == Status.NOT_RUN ? List.of() : List.of(status),
        List.of(new Attempt.PhaseSpan(Phase.CALL, START, 3)),
        assertions,
        0,
        WORKER,
        START,
        START,
        5,
        null,
        null,
        null);
  }

  /** An answered call of a test's first attempt in its call phase. */
  Told call(String test, String method, String path, int status) {
    return tell(exchange(new TestKey(SUITE, test, 1, Mode.VERDICT), method, path, status));
  }

  Told tell(Exchange exchange) {
    return new Told(this, exchange, add(exchange));
  }

  Exchange exchange(TestKey key, String method, String path, int status) {
    spans++;
    Exchange.Body body = new Exchange.Body(2, "00", null);
    return new Exchange(
        spans,
        key,
        Phase.CALL,
        "shop",
        null,
        null,
        Exchange.Kind.HTTP,
        key.traceId(NONCE),
        "%016x".formatted(spans),
        null,
        0,
        method,
        path,
        status,
        true,
        null,
        body,
        body,
        List.of(),
        START.plusMillis(spans),
        1,
        1,
        1,
        null);
  }

  static Exchange disturbed(Exchange it, String fault) {
    return changed(it, it.phase(), it.kind(), null, false, fault, null);
  }

  static Exchange inPhase(Exchange it, Phase phase) {
    return changed(it, phase, it.kind(), it.status(), it.complete(), null, null);
  }

  static Exchange incomplete(Exchange it) {
    return changed(it, it.phase(), it.kind(), null, false, null, null);
  }

  static Exchange raw(Exchange it) {
    return changed(it, it.phase(), Exchange.Kind.RAW, null, false, null, null);
  }

  static Exchange process(Exchange it) {
    return changed(it, it.phase(), Exchange.Kind.PROCESS, it.status(), true, null, null);
  }

  /** A socket on which the service sent frames of these types. */
  static Exchange socket(Exchange it, String... types) {
    List<Exchange.Frame> frames =
        Stream.of(types).map(type -> new Exchange.Frame("out", "text", 9, "00", type, 1)).toList();
    var socket = new Exchange.Socket(1, 1, frames, 1000, "", "client");
    return changed(it, it.phase(), Exchange.Kind.SOCKET, 101, true, null, socket);
  }

  private static Exchange changed(
      Exchange it,
      @Nullable Phase phase,
      Exchange.Kind kind,
      @Nullable Integer status,
      boolean complete,
      @Nullable String fault,
      Exchange.@Nullable Socket socket) {
    return new Exchange(
        it.id(),
        it.key(),
        phase,
        it.service(),
        it.instance(),
        it.caller(),
        kind,
        it.traceId(),
        it.spanId(),
        null,
        it.lane(),
        it.method(),
        it.path(),
        status,
        complete,
        fault,
        it.request(),
        it.response(),
        it.keys(),
        it.started(),
        1,
        1,
        1,
        socket);
  }

  /** The proofs and the verdict of a full run, as a run journals them. */
  Story judged(int run) {
    Prover prover = prover();
    prover.proofs(run).forEach(this::add);
    add(prover.verdict(run));
    return this;
  }

  Prover prover() {
    return new Prover(facts);
  }

  List<Fact<Entry>> facts() {
    return List.copyOf(facts);
  }
}
