package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.Reused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Part 5: the test turns red when the calls that part 3 rests on are refused. */
final class ControlPart {

  private ControlPart() {}

  static Part of(Case one) {
    if (one.evidence().isEmpty()) {
      return Parts.CONTROL.missing("there is no call that could be refused");
    }
    int run = one.attempt().entry().run();
    return one.all()
        .control(one.test(), run)
        .map(it -> judge(one, it))
        .or(() -> one.all().reused(one.test()).map(it -> takenOver(one, it)))
        .orElseGet(() -> Parts.CONTROL.missing("no control was run"));
  }

  private static Part takenOver(Case one, Fact<Reused> reused) {
    Reused it = reused.entry();
    Optional<String> gap = new Reuse(one.all()).gap(one, it);
    if (gap.isPresent() || !isRed(it.attempt()) || it.exchanges().isEmpty()) {
      return Parts.CONTROL.missing(
          "the control of run " + it.origin().run() + " does not hold: " + gap.orElse("not red"),
          reused.n());
    }
    return Parts.CONTROL.present(
        "red when its calls are refused, as run " + it.origin().run() + " showed",
        List.of(reused.n()));
  }

  private static Part judge(Case one, Fact<Attempt> control) {
    return switch (control.entry().status()) {
      case FAILED, ERROR -> red(one, control);
      case PASSED ->
          Parts.CONTROL.contradicted(
              "it stays green when its calls are refused", List.of(control.n()));
      case SKIPPED ->
          Parts.CONTROL.missing("its control was skipped, which is not red", control.n());
      case NOT_RUN -> Parts.CONTROL.missing("its control never started", control.n());
    };
  }

  private static Part red(Case one, Fact<Attempt> control) {
    if (control.entry().invocations().contains(Status.PASSED)) {
      return Parts.CONTROL.contradicted(
          "an invocation stays green when its calls are refused", List.of(control.n()));
    }
    List<Long> refused = refused(one.all(), control);
    if (refused.isEmpty()) {
      return Parts.CONTROL.missing(
          "its control is red, but no call of it was refused", control.n());
    }
    List<Long> refs = new ArrayList<>(refused);
    refs.add(control.n());
    return Parts.CONTROL.present("red when its calls are refused", refs);
  }

  /** Whether an attempt with all its invocations turned red. */
  static boolean isRed(Attempt control) {
    return (control.status() == Status.FAILED || control.status() == Status.ERROR)
        && !control.invocations().contains(Status.PASSED);
  }

  static List<Exchange> refusedExchanges(Evidence all, Fact<Attempt> control) {
    return all.exchanges(control.entry().key()).stream()
        .map(Fact::entry)
        .filter(ControlPart::isRefused)
        .toList();
  }

  private static List<Long> refused(Evidence all, Fact<Attempt> control) {
    return all.exchanges(control.entry().key()).stream()
        .filter(it -> isRefused(it.entry()))
        .map(Fact::n)
        .toList();
  }

  /** Whether a control is red, but not because of a refused call. */
  static boolean endedUnrefused(Evidence all, Fact<Attempt> control) {
    Status status = control.entry().status();
    boolean red = status == Status.FAILED || status == Status.ERROR;
    return red && refused(all, control).isEmpty();
  }

  private static boolean isRefused(Exchange exchange) {
    return "refuse".equals(exchange.fault());
  }
}
