package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.SuiteTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Controls and mutants that need not be made again: they hold on the same tree, and on another one
 * where the sources of the test, the catalogue and the shape of its exchanges are what they were.
 */
final class Reuse {

  private final Evidence all;

  Reuse(Evidence all) {
    this.all = all;
  }

  /** What of a finished run a later one may take over. */
  List<Reused> offered(LongFunction<String> hashOf) {
    List<Reused> offered = new ArrayList<>();
    for (Fact<SuiteTerms> terms : all.terms()) {
      all.inventory(terms.entry().suite()).stream()
          .flatMap(it -> it.entry().tests().stream())
          .map(test -> new Offer(terms, test, hashOf))
          .forEach(
              offer -> {
                offer.control().ifPresent(offered::add);
                offered.addAll(offer.mutants());
              });
    }
    return offered;
  }

  /** What one test of a finished run offers. */
  private final class Offer {

    private final Fact<SuiteTerms> terms;
    private final Inventory.Test test;
    private final TestName name;
    private final LongFunction<String> hashOf;

    private Offer(Fact<SuiteTerms> terms, Inventory.Test test, LongFunction<String> hashOf) {
      this.terms = terms;
      this.test = test;
      this.name = new TestName(terms.entry().suite(), test.id());
      this.hashOf = hashOf;
    }

    private Optional<Reused> control() {
      Optional<Fact<Attempt>> own = all.control(name, Integer.MAX_VALUE);
      if (own.isEmpty()) {
        return all.reused(name).map(Fact::entry).flatMap(Reuse::again);
      }
      Fact<Attempt> control = own.get();
      List<Exchange> refused = ControlPart.refusedExchanges(all, control);
      boolean red = ControlPart.isRed(control.entry()) && !refused.isEmpty();
      return red
          ? made(new Shown(Parts.CONTROL, control.n(), null, control.entry(), refused))
          : Optional.empty();
    }

    private List<Reused> mutants() {
      List<Reused> offered = new ArrayList<>();
      for (Change change : Change.values()) {
        all.tries()
            .of(all, name, change, Integer.MAX_VALUE)
            .flatMap(this::mutant)
            .ifPresent(offered::add);
      }
      return offered;
    }

    /** One that is asked and was not noticed is tried again: the test may have been mended. */
    private Optional<Reused> mutant(Try it) {
      if (it.reused() != null) {
        return again(it.reused());
      }
      boolean shows = it.tells() && !(it.mutant().change().isAsked() && it.survives());
      List<Exchange> one = it.changed().subList(0, shows ? 1 : 0);
      return shows
          ? made(new Shown(Parts.SENSITIVITY, it.n(), it.mutant(), it.attempt(), one))
          : Optional.empty();
    }

    private Optional<Reused> made(Shown it) {
      return passed(name, it.attempt().run())
          .map(
              green ->
                  new Reused(
                      it.part().number(),
                      name.suite(),
                      name.test(),
                      origin(it.line(), green),
                      it.mutant(),
                      it.attempt(),
                      it.exchanges().stream().map(Exchange::withoutRefs).toList()));
    }

    private Reused.Origin origin(long line, Fact<Attempt> green) {
      return new Reused.Origin(
          started().run(),
          hashOf.apply(line),
          1,
          started().tree(),
          test.closure(),
          ExchangeShape.of(Case.of(all, terms, green)),
          Reused.CATALOGUE);
    }
  }

  /** What an attempt showed of its test, and the line that says so. */
  private record Shown(
      Parts part, long line, @Nullable Mutant mutant, Attempt attempt, List<Exchange> exchanges) {}

  private static Optional<Reused> again(Reused it) {
    return it.origin().uses() < Reused.MOST_USES ? Optional.of(it.again()) : Optional.empty();
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

  /** Why what was taken over does not hold for this attempt; empty where it does. */
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
