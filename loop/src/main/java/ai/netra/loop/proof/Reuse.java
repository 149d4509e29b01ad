package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.SuiteTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Controls that need not be made again: they hold on the same tree, and on another one where the
 * sources of the test, the catalogue and the shape of its exchanges are what they were.
 */
final class Reuse {

  private final Evidence all;

  Reuse(Evidence all) {
    this.all = all;
  }

  /** The controls of a finished run that a later one may take over. */
  List<Reused> offered(LongFunction<String> hashOf) {
    List<Reused> offered = new ArrayList<>();
    for (Fact<SuiteTerms> terms : all.terms()) {
      all.inventory(terms.entry().suite()).stream()
          .flatMap(it -> it.entry().tests().stream())
          .forEach(test -> offered(terms, test, hashOf).ifPresent(offered::add));
    }
    return offered;
  }

  private Optional<Reused> offered(
      Fact<SuiteTerms> terms, Inventory.Test test, LongFunction<String> hashOf) {
    TestName name = new TestName(terms.entry().suite(), test.id());
    Optional<Fact<Attempt>> own = all.control(name, Integer.MAX_VALUE);
    if (own.isEmpty()) {
      return all.reused(name)
          .map(Fact::entry)
          .filter(it -> it.origin().uses() < Reused.MOST_USES)
          .map(Reused::again);
    }
    Fact<Attempt> control = own.get();
    List<Exchange> refused = ControlPart.refusedExchanges(all, control);
    Optional<Fact<Attempt>> shown = passed(name, control.entry().run());
    if (!ControlPart.isRed(control.entry()) || refused.isEmpty() || shown.isEmpty()) {
      return Optional.empty();
    }
    Reused.Origin origin =
        new Reused.Origin(
            started().run(),
            hashOf.apply(control.n()),
            1,
            started().tree(),
            test.closure(),
            ExchangeShape.of(Case.of(all, terms, shown.get())),
            Reused.CATALOGUE);
    return Optional.of(
        new Reused(
            Parts.CONTROL.number(),
            name.suite(),
            name.test(),
            origin,
            control.entry(),
            refused.stream().map(Exchange::withoutRefs).toList()));
  }

  private RunStarted started() {
    return all.started().orElseThrow().entry();
  }

  /** The last undisturbed attempt of a test in a full run, if it passed. */
  Optional<Fact<Attempt>> passed(TestName test, int run) {
    return all.attempts(test, run, Mode.VERDICT).stream()
        .reduce((_, later) -> later)
        .filter(it -> it.entry().status() == Attempt.Status.PASSED);
  }

  /** Why a control that was taken over does not hold for this attempt; empty where it does. */
  Optional<String> gap(Case one, Reused reused) {
    Reused.Origin origin = reused.origin();
    if (origin.uses() > Reused.MOST_USES || origin.catalogue() != Reused.CATALOGUE) {
      return Optional.of("it is too old");
    }
    if (!closure(one).equals(Optional.of(origin.closure()))) {
      return Optional.of("it is of other sources");
    }
    boolean sameTree = origin.tree().equals(started().tree());
    return sameTree || origin.shape().equals(ExchangeShape.of(one))
        ? Optional.empty()
        : Optional.of("the exchanges have another shape");
  }

  private Optional<String> closure(Case one) {
    return all.inventory(one.test().suite()).stream()
        .flatMap(it -> it.entry().tests().stream())
        .filter(it -> it.id().equals(one.test().test()))
        .map(Inventory.Test::closure)
        .findFirst();
  }
}
