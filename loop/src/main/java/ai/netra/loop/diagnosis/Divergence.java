package ai.netra.loop.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * The first answer of a failed test that was another one on base.
 *
 * @param onBase what base answered there
 */
record Divergence(Answered answer, String onBase) {

  /**
   * Compares answer by answer as long as the same is asked: after that the test went another way.
   *
   * @param base what the same test got when base was proved; none where nobody knows
   */
  static Optional<Divergence> of(Failure failure, List<Answered> base) {
    List<Answered> answers = failure.answers();
    for (int i = 0; i < Math.min(answers.size(), base.size()); i++) {
      Answered here = answers.get(i);
      Answered there = base.get(i);
      if (!here.isSameRequest(there)) {
        return Optional.empty();
      }
      if (!here.answer().equals(there.answer())) {
        return Optional.of(new Divergence(here, there.answer()));
      }
    }
    return Optional.empty();
  }
}
