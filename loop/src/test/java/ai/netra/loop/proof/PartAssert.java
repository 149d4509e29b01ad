package ai.netra.loop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.Proof.State;

/** Looks at one part of the proof of {@link Story#TEST} in its first run. */
final class PartAssert {

  private PartAssert() {}

  static Part part(Story story, Parts part) {
    return proof(story).parts().stream()
        .filter(it -> it.number() == part.number())
        .findFirst()
        .orElseThrow();
  }

  static Proof proof(Story story) {
    return story.prover().proofs(1).stream()
        .filter(it -> it.test().equals(Story.TEST))
        .findFirst()
        .orElseThrow();
  }

  static void assertPart(Story story, Parts part, State state, String reason) {
    Part seen = part(story, part);
    assertThat(seen.reason()).contains(reason);
    assertThat(seen.state()).isEqualTo(state);
  }
}
