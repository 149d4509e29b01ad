package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Proof.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Part 8: what the other parts rest on stands in the journal, under the trace id that the run's
 * nonce gives, and the sources that were read are those that were frozen.
 */
final class ChainPart {

  private ChainPart() {}

  static Part of(Case one, List<Part> others) {
    List<Long> lines = others.stream().flatMap(it -> it.refs().stream()).distinct().toList();
    Optional<String> gap =
        Stream.of(lineGap(one, lines), traceGap(one), closureGap(one))
            .flatMap(Optional::stream)
            .findFirst();
    return gap.map(why -> Parts.CHAIN.contradicted(why, List.of(one.attempt().n())))
        .orElseGet(
            () -> Parts.CHAIN.present(lines.size() + " lines resolve", List.of(one.attempt().n())));
  }

  private static Optional<String> lineGap(Case one, List<Long> lines) {
    return lines.stream()
        .filter(it -> !one.all().holds(it))
        .findFirst()
        .map(it -> "line " + it + " is not in the journal");
  }

  private static Optional<String> traceGap(Case one) {
    Attempt attempt = one.attempt().entry();
    boolean derived =
        one.all()
            .started()
            .map(it -> attempt.key().traceId(it.entry().nonce()))
            .filter(attempt.traceId()::equals)
            .isPresent();
    return derived
        ? Optional.empty()
        : Optional.of("trace id " + attempt.traceId() + " is not the one that the nonce gives");
  }

  private static Optional<String> closureGap(Case one) {
    Optional<String> read = one.all().looks().own(one.test()).map(it -> it.entry().closure());
    Optional<String> frozen =
        one.all().inventory(one.test().suite()).stream()
            .flatMap(it -> it.entry().tests().stream())
            .filter(it -> it.id().equals(one.test().test()))
            .map(Inventory.Test::closure)
            .findFirst();
    boolean differ = read.isPresent() && frozen.isPresent() && !Objects.equals(read, frozen);
    return differ
        ? Optional.of("the sources that were read are not those that were frozen")
        : Optional.empty();
  }
}
