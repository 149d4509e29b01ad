package ai.netra.loop.proof;

import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.Smells;
import java.util.List;
import java.util.stream.Collectors;

/** Part 7: the sources of the test hold no fatal smell. */
final class SmellPart {

  private SmellPart() {}

  static Part of(Case one) {
    return one.all()
        .smells(one.test())
        .map(SmellPart::judge)
        .orElseGet(() -> Parts.SMELLS.missing("its sources were not read"));
  }

  private static Part judge(Fact<Smells> smells) {
    String fatal =
        smells.entry().findings().stream()
            .filter(Smells.Finding::fatal)
            .map(it -> it.rule() + " at " + it.file() + ":" + it.line() + ": " + it.message())
            .collect(Collectors.joining("; "));
    List<Long> refs = List.of(smells.n());
    return fatal.isEmpty()
        ? Parts.SMELLS.present("no fatal smell", refs)
        : Parts.SMELLS.contradicted(fatal, refs);
  }
}
