package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.proof.Prover.Answers;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MutantChoiceTest {

  private static final TestKey KEY = new TestKey("e2e", "t", 1, Mode.MUTANT);

  @Test
  void aSuccessBecomesAnErrorAndARefusalASuccess() {
    assertThat(MutantChoice.asked(KEY, http(204), Change.STATUS, 2).status()).isEqualTo(500);
    assertThat(MutantChoice.asked(KEY, http(404), Change.STATUS, 2).status()).isEqualTo(200);
  }

  @Test
  void onASocketTheLastFramesDoNotArrive() {
    Mutant mutant = MutantChoice.asked(KEY, socket("c", "b", "a"), Change.STATUS, 2);
    assertThat(mutant.frames()).containsExactly("c", "b");
    assertThat(change(socket("c", "b", "a"), mutant))
        .isEqualTo(new Fault.Change.DropFrames(Set.of("c", "b")));
  }

  @Test
  void aRefusedHandshakeHasAStatusLikeAnyAnswer() {
    assertThat(MutantChoice.asked(KEY, http(401), Change.STATUS, 2).frames()).isEmpty();
  }

  @Test
  void everyLeafIsChangedOnceTheBodyIsAsked() {
    Mutant mutant = MutantChoice.asked(KEY, http(200), Change.BODY, 2);
    assertThat(mutant.status()).isZero();
    assertThat(change(http(200), mutant)).isEqualTo(new Fault.Change.Leaves());
  }

  @Test
  void theSeedChoosesTheChangeAndTheFrameAndTheSameSeedTheSame() {
    Set<String> chosen = new HashSet<>();
    for (long seed = 0; seed < 12; seed++) {
      Mutant mutant = MutantChoice.seeded(KEY, socket("c", "b", "a"), seed);
      assertThat(mutant).isEqualTo(MutantChoice.seeded(KEY, socket("c", "b", "a"), seed));
      chosen.add(mutant.change() + " " + mutant.frames());
    }
    assertThat(chosen).hasSize(3 * 3);
    assertThat(MutantChoice.seeded(KEY, http(200), -1).change()).isEqualTo(Change.LEAF);
  }

  private static Fault.Change change(Answers answers, Mutant mutant) {
    return ((Fault.Mutant) MutantChoice.fault(answers, mutant)).change();
  }

  private static Answers http(int status) {
    return answers(Kind.HTTP, status, List.of());
  }

  private static Answers socket(String... frames) {
    return answers(Kind.SOCKET, 101, List.of(frames));
  }

  private static Answers answers(Kind kind, int status, List<String> frames) {
    PathTemplate path = new PathTemplate("/x");
    return new Answers(Phase.CALL, kind, "shop", "GET", path, status, true, frames, false);
  }
}
