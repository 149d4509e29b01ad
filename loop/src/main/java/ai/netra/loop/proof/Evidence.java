package ai.netra.loop.proof;

import ai.netra.loop.record.AboutFailure;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployErrors;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.JournalCut;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.PerformanceTerms;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.Reconciled;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Smells;
import ai.netra.loop.record.SocketReceipt;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.record.StateProbe;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.Transition;
import ai.netra.loop.record.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of a run, indexed by what a proof asks for. Of what is told more than once (a service
 * attested again) the last counts.
 */
final class Evidence {

  private Optional<Fact<RunStarted>> started = Optional.empty();
  private Optional<Fact<DeployDone>> deployed = Optional.empty();
  private boolean wentBack;
  private final Map<String, Fact<Build>> builds = new HashMap<>();
  private final Map<String, Fact<DeployAttested>> attested = new HashMap<>();
  private final Map<String, Fact<SuiteTerms>> terms = new LinkedHashMap<>();
  private final Map<String, Fact<Inventory>> inventories = new LinkedHashMap<>();
  private final Map<TestName, List<Fact<Attempt>>> attempts = new HashMap<>();
  private final Looks looks = new Looks();
  private final Map<TestName, Fact<Reused>> reused = new HashMap<>();
  private final Tries tries = new Tries();
  private final Map<TestKey, List<Fact<Exchange>>> exchanges = new HashMap<>();
  private final Map<String, List<Fact<? extends Entry>>> receipts = new HashMap<>();
  private final Map<Long, Fact<Spawned>> spawned = new HashMap<>();
  private final Map<Long, Fact<Exited>> exited = new HashMap<>();
  private final Map<Long, Fact<StateProbe>> probes = new HashMap<>();
  private final Set<String> storing = new HashSet<>();
  private final Map<Integer, List<Proof>> proofs = new TreeMap<>();
  private final Map<Integer, Verdict> judged = new TreeMap<>();
  private final EveryLine every;

  /** A test by its suite and id. */
  record TestName(String suite, String test) {}

  Evidence(List<? extends Fact<?>> facts) {
    this.every = new EveryLine(facts);
    Standing.of(facts, Fact::entry).forEach(this::add);
  }

  private void add(Fact<?> fact) {
    long n = fact.n();
    switch (fact.entry()) {
      case RunStarted it -> started = Optional.of(new Fact<>(n, it));
      case RunContinued _ -> forgetDeployment();
      case DeployBack _ -> wentBack = true;
      case DeployDone it -> addDeployed(new Fact<>(n, it));
      case Build it -> builds.put(it.service(), new Fact<>(n, it));
      case DeployAttested it -> addAttested(new Fact<>(n, it));
      case SuiteTerms it -> terms.put(it.suite(), new Fact<>(n, it));
      case Inventory it -> inventories.put(it.suite(), new Fact<>(n, it));
      case Attempt it -> put(attempts, name(it.key()), new Fact<>(n, it));
      case Smells it -> looks.add(n, it);
      case ReusedSmells it -> looks.add(n, it);
      case Exchange it -> addExchange(new Fact<>(n, it));
      case Receipt it -> addReceipt(new Fact<>(n, it));
      case StateProbe it -> probes.put(it.exchange(), new Fact<>(n, it));
      case SocketReceipt it -> put(receipts, it.traceId(), new Fact<>(n, it));
      case Spawned it -> spawned.put(it.pid(), new Fact<>(n, it));
      case Exited it -> exited.put(it.pid(), new Fact<>(n, it));
      case Reused it -> addReused(n, it);
      case Proof it -> addProof(it);
      case Verdict it -> judged.put(it.run(), it);
      case Mutant it -> tries.add(it);
      // what was decided, not what was seen
      case Transition _, Order _, RunFinished _, PerformanceTerms _ -> {}
      case DeployIntent _, DeployErrors _, JournalCut _, Reconciled _ -> {}
      case AboutFailure _ -> {}
    }
  }

  /** What a dead loop had deployed runs no more. */
  private void forgetDeployment() {
    wentBack = false;
    deployed = Optional.empty();
    attested.clear();
  }

  /** What a closed deploy went back to proves nothing of this tree. */
  private void addDeployed(Fact<DeployDone> fact) {
    if (!wentBack) {
      deployed = Optional.of(fact);
    }
  }

  private void addAttested(Fact<DeployAttested> fact) {
    if (!wentBack) {
      attested.put(attestedName(fact.entry()), fact);
    }
  }

  private static String attestedName(DeployAttested it) {
    return it.instance() == null ? it.service() : "own " + it.instance();
  }

  private void addExchange(Fact<Exchange> fact) {
    TestKey key = fact.entry().key();
    // what a service calls is neither the test's doing nor asked of its receipts
    if (key != null && fact.entry().caller() == null) {
      put(exchanges, key, fact);
    }
  }

  private void addReceipt(Fact<Receipt> fact) {
    put(receipts, fact.entry().traceId(), fact);
    if (fact.entry().stored() != null) {
      storing.add(fact.entry().service());
    }
  }

  private void addReused(long n, Reused it) {
    if (it.mutant() == null) {
      reused.put(new TestName(it.suite(), it.test()), new Fact<>(n, it));
    } else {
      tries.add(n, it);
    }
  }

  private void addProof(Proof proof) {
    if (Canary.of(proof.test()).isEmpty()) {
      put(proofs, proof.run(), proof);
    }
  }

  private static <K, V> void put(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }

  private static TestName name(TestKey key) {
    return new TestName(key.suite(), key.test());
  }

  Optional<Fact<RunStarted>> started() {
    return started;
  }

  Optional<Fact<DeployDone>> deployed() {
    return deployed;
  }

  Optional<Fact<Build>> build(String service) {
    return Optional.ofNullable(builds.get(service));
  }

  Optional<Fact<DeployAttested>> attested(String service) {
    return Optional.ofNullable(attested.get(service));
  }

  /** The attestation of an attempt's own instance. */
  Optional<Fact<DeployAttested>> attestedOwn(String instance) {
    return Optional.ofNullable(attested.get("own " + instance));
  }

  List<Fact<SuiteTerms>> terms() {
    return List.copyOf(terms.values());
  }

  Optional<Fact<Inventory>> inventory(String suite) {
    return Optional.ofNullable(inventories.get(suite));
  }

  /** The attempts of a test in a full run, retries included. */
  List<Fact<Attempt>> attempts(TestName test, int run, Mode mode) {
    return attempts.getOrDefault(test, List.of()).stream()
        .filter(it -> it.entry().key().mode() == mode && it.entry().run() == run)
        .toList();
  }

  /** The last control of a test up to a full run: a fact about the test, true for later runs. */
  Optional<Fact<Attempt>> control(TestName test, int run) {
    return attempts.getOrDefault(test, List.of()).stream()
        .filter(it -> it.entry().key().mode() == Mode.CONTROL && it.entry().run() <= run)
        .reduce((_, later) -> later);
  }

  /** The control of a test that was taken over from an earlier run. */
  Optional<Fact<Reused>> reused(TestName test) {
    return Optional.ofNullable(reused.get(test));
  }

  /** The mutants of a test up to a full run. */
  List<Fact<Attempt>> mutants(TestName test, int run) {
    return attempts.getOrDefault(test, List.of()).stream()
        .filter(it -> it.entry().key().mode() == Mode.MUTANT && it.entry().run() <= run)
        .toList();
  }

  Tries tries() {
    return tries;
  }

  Looks looks() {
    return looks;
  }

  List<Fact<Exchange>> exchanges(TestKey key) {
    return exchanges.getOrDefault(key, List.of());
  }

  /** Receipts and socket receipts with this trace id. */
  List<Fact<? extends Entry>> receipts(String traceId) {
    return receipts.getOrDefault(traceId, List.of());
  }

  /** The reading back of the write in this exchange. */
  Optional<Fact<StateProbe>> probe(Exchange write) {
    return Optional.ofNullable(probes.get(write.id()));
  }

  /** Whether the receipts of a service say what was stored. */
  boolean saysStored(String service) {
    return storing.contains(service);
  }

  Optional<Fact<Spawned>> spawned(long pid) {
    return Optional.ofNullable(spawned.get(pid));
  }

  Optional<Fact<Exited>> exited(long pid) {
    return Optional.ofNullable(exited.get(pid));
  }

  /** The proofs of each full run that has a verdict, in the order of the runs. */
  List<List<Proof>> proofsByRun() {
    return proofs.entrySet().stream()
        .filter(it -> judged.containsKey(it.getKey()))
        .map(it -> List.copyOf(it.getValue()))
        .toList();
  }

  /** The verdicts in the order of the full runs. */
  List<Verdict> verdicts() {
    return List.copyOf(judged.values());
  }

  /** The highest attempt of a test of the suite in this mode that was begun in this run; or 0. */
  int lastAttempt(String suite, Mode mode) {
    return every.lastAttempt(suite, mode);
  }

  /** The number of the last line. */
  long last() {
    return every.last();
  }

  boolean holds(long line) {
    return every.holds(line);
  }
}
