package ai.netra.loop.proof;

import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.Smells;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Part 7: the sources of the test hold no fatal smell. */
final class SmellPart {

  private SmellPart() {}

  static Part of(Case one) {
    return one.all()
        .looks()
        .own(one.test())
        .map(it -> judge(it.entry(), it.n(), ""))
        .or(() -> one.all().looks().takenOver(one.test()).map(it -> takenOver(one, it)))
        .orElseGet(() -> Parts.SMELLS.missing("its sources were not read"));
  }

  private static Part takenOver(Case one, Fact<ReusedSmells> reused) {
    ReusedSmells it = reused.entry();
    Optional<String> gap = new SmellReuse(one.all()).gap(it);
    return gap.map(
            why ->
                Parts.SMELLS.missing(
                    "what run " + it.run() + " found does not hold: " + why, reused.n()))
        .orElseGet(() -> judge(it.smells(), reused.n(), ", as run " + it.run() + " found"));
  }

  private static Part judge(Smells smells, long line, String where) {
    String fatal =
        smells.findings().stream()
            .filter(Smells.Finding::fatal)
            .map(it -> it.rule() + " at " + it.file() + ":" + it.line() + ": " + it.message())
            .collect(Collectors.joining("; "));
    List<Long> refs = List.of(line);
    return fatal.isEmpty()
        ? Parts.SMELLS.present("no fatal smell" + where, refs)
        : Parts.SMELLS.contradicted(fatal + where, refs);
  }
}
