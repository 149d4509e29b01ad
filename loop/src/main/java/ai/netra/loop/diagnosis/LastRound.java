package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.RoundStarted;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.record.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the records since the last round began tell of its tests and its deploy. */
final class LastRound {

  private Optional<Fact<DeployDone>> closed = Optional.empty();
  private int run;
  private final List<Fact<Proof>> proofs = new ArrayList<>();
  private final Map<TestKey, Fact<Attempt>> attempts = new HashMap<>();
  private final Map<TestKey, List<Fact<Exchange>>> exchanges = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final List<Fact<Receipt>> read = new ArrayList<>();

  /** The build of each service that was deployed first: later ones are experiments. */
  private final Map<String, String> builds = new HashMap<>();

  private final Map<TestRef, Inventory.Test> tests = new HashMap<>();

  private LastRound() {}

  static LastRound of(List<? extends Fact<?>> facts) {
    LastRound round = new LastRound();
    facts.subList(beginning(facts), facts.size()).forEach(round::add);
    return round;
  }

  private static int beginning(List<? extends Fact<?>> facts) {
    for (int i = facts.size() - 1; i > 0; i--) {
      if (facts.get(i).entry() instanceof RoundStarted) {
        return i;
      }
    }
    return 0;
  }

  private void add(Fact<?> fact) {
    long n = fact.n();
    Entry entry = fact.entry();
    switch (entry) {
      case DeployDone it when !it.open() && closed.isEmpty() && run == 0 ->
          closed = Optional.of(new Fact<>(n, it));
      case Verdict it -> run = it.run();
      case Proof it when Canary.of(it.test()).isEmpty() -> proofs.add(new Fact<>(n, it));
      case Attempt it when it.key().mode() == Mode.VERDICT ->
          attempts.put(it.key(), new Fact<>(n, it));
      case Exchange it when isOfTest(it) ->
          exchanges.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(new Fact<>(n, it));
      case Receipt it -> addReceipt(new Fact<>(n, it));
      case Build it -> builds.putIfAbsent(it.service(), it.build());
      case Inventory it -> it.tests().forEach(t -> tests.put(new TestRef(it.suite(), t.id()), t));
      default -> {}
    }
  }

  private void addReceipt(Fact<Receipt> fact) {
    read.add(fact);
    String parent = fact.entry().parentId();
    if (parent != null) {
      receipts.put(parent, fact.entry());
    }
  }

  private static boolean isOfTest(Exchange it) {
    TestKey key = it.key();
    return key != null && key.mode() == Mode.VERDICT && it.caller() == null && it.fault() == null;
  }

  /** The deploy gate that stayed closed first; empty where tests came to a verdict. */
  Optional<Fact<DeployDone>> closed() {
    return closed.filter(_ -> run == 0);
  }

  /** The tests that the last full run did not prove, in the order of the inventories. */
  List<Failure> failures() {
    return proofs.stream()
        .filter(it -> it.entry().run() == run && it.entry().outcome() != Outcome.PROVED)
        .map(this::failure)
        .toList();
  }

  private Failure failure(Fact<Proof> proof) {
    TestRef test = new TestRef(proof.entry().suite(), proof.entry().test());
    Fact<Attempt> attempt = attempt(test);
    List<Answered> answers = attempt == null ? List.of() : answers(attempt.entry().key());
    Inventory.Test listed = tests.get(test);
    return new Failure(proof, attempt, answers, listed == null ? "" : listed.source());
  }

  /** Of the attempts of the last full run the last that did not pass, else the last. */
  private @Nullable Fact<Attempt> attempt(TestRef test) {
    List<Fact<Attempt>> all =
        attempts.values().stream()
            .filter(it -> it.entry().run() == run)
            .filter(it -> it.entry().key().suite().equals(test.suite()))
            .filter(it -> it.entry().key().test().equals(test.test()))
            .sorted((a, b) -> Long.compare(a.n(), b.n()))
            .toList();
    return all.stream()
        .filter(it -> it.entry().status() != Status.PASSED)
        .reduce((_, later) -> later)
        .orElse(all.isEmpty() ? null : all.getLast());
  }

  /** What an attempt of a test got. */
  private List<Answered> answers(TestKey key) {
    return exchanges.getOrDefault(key, List.of()).stream()
        .sorted((a, b) -> Long.compare(a.entry().id(), b.entry().id()))
        .map(it -> Answered.of(it, route(it.entry())))
        .toList();
  }

  private @Nullable String route(Exchange exchange) {
    Receipt receipt = exchange.spanId() == null ? null : receipts.get(exchange.spanId());
    return receipt == null ? null : receipt.route();
  }

  /** What the service itself wrote about a request. */
  LogAnswer log(Exchange exchange) {
    String service = exchange.service();
    String trace = Objects.requireNonNullElse(exchange.traceId(), "");
    return LogAnswer.of(read, service, builds.getOrDefault(service, ""), trace);
  }

  /** What a test got in its last attempt, whatever became of it. */
  List<Answered> answers(TestRef test) {
    Fact<Attempt> attempt = attempt(test);
    return attempt == null ? List.of() : answers(attempt.entry().key());
  }

  /** How long tests took, in milliseconds; the longest there is where nobody knows. */
  long millis(TestRef test) {
    Fact<Attempt> attempt = attempt(test);
    return attempt == null ? Long.MAX_VALUE : attempt.entry().durationMillis();
  }
}
