package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.record.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of a run, written as tests ask for them. */
final class Records {

  private static final Instant TIME = Instant.parse("2030-01-01T00:00:00Z");

  private final List<Fact<?>> facts = new ArrayList<>();
  private long exchanges;

  List<Fact<?>> facts() {
    return List.copyOf(facts);
  }

  Records add(Entry entry) {
    facts.add(new Fact<>(facts.size() + 1L, entry));
    return this;
  }

  /** Appends as a journal does. */
  long append(Entry entry) {
    add(entry);
    return facts.size();
  }

  static TestRef test(String name) {
    return new TestRef("e2e", name);
  }

  private static TestKey key(String name) {
    return new TestKey("e2e", name, 1, Mode.VERDICT);
  }

  Records inventory(String... names) {
    List<Inventory.Test> tests =
        Stream.of(names)
            .map(it -> new Inventory.Test(it, it, "p1", null, "tests/" + it + ".java:3", "closure"))
            .toList();
    return add(new Inventory("e2e", names.length, List.of(), tests, "sha"));
  }

  Records answer(String name, String method, String path, int status) {
    return exchange(name, method, path, status, null);
  }

  Records socket(String name, String path, int closeCode) {
    return exchange(
        name, "GET", path, 101, new Exchange.Socket(0, 0, List.of(), closeCode, null, "client"));
  }

  private Records exchange(
      String name, String method, String path, int status, Exchange.@Nullable Socket socket) {
    Exchange.Body none = new Exchange.Body(0, "", null);
    return add(
        new Exchange(
            ++exchanges,
            key(name),
            Phase.CALL,
            "api",
            null,
            null,
            socket == null ? Exchange.Kind.HTTP : Exchange.Kind.SOCKET,
            null,
            null,
            null,
            0,
            method,
            path,
            status,
            true,
            null,
            none,
            none,
            List.of(),
            TIME,
            0,
            0,
            0,
            socket));
  }

  Records failed(String name, String message, String... frames) {
    return ended(name, Attempt.Status.FAILED, message, frames).proof(name, Outcome.FAILED);
  }

  Records erred(String name, String message, String... frames) {
    return ended(name, Attempt.Status.ERROR, message, frames).proof(name, Outcome.ERROR);
  }

  Records passed(String name) {
    return ended(name, Attempt.Status.PASSED, null).proof(name, Outcome.PROVED);
  }

  Records unproven(String name, String reason) {
    ended(name, Attempt.Status.PASSED, null);
    Proof.Part gap = new Proof.Part(3, "wire", Proof.State.MISSING, reason, List.of(1L));
    return add(new Proof("e2e", name, 1, "wire", List.of(gap), Outcome.UNPROVEN));
  }

  private Records proof(String name, Outcome outcome) {
    return add(new Proof("e2e", name, 1, "wire", List.of(), outcome));
  }

  private Records ended(
      String name, Attempt.Status status, @Nullable String message, String... frames) {
    StringBuilder stack = new StringBuilder("thrown: " + message);
    for (String frame : frames) {
      stack.append("\n\tat ").append(frame);
    }
    return add(
        new Attempt(
            key(name),
            1,
            "t",
            status,
            List.of(),
            List.of(),
            null,
            0,
            1,
            TIME,
            TIME,
            20,
            message == null ? null : "java.lang.AssertionError",
            message,
            message == null ? null : stack.toString()));
  }

  Records verdict() {
    return add(new Verdict(1, facts.size(), new Counts(1, 0, 1, 0, 0, 0, 0, 0), true, ""));
  }
}
