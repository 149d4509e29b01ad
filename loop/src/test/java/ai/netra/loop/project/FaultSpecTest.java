package ai.netra.loop.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.netra.loop.project.FaultSpec.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultSpecTest {

  private static final String WHOLE =
      """
      id: F12
      title: subprotocol is not answered
      kind: code
      inject: { patch: inject.patch, mix: 3, outside: { key: "a\\r\\n" } }
      variants:
        b:
          title: another one is answered
          patch: variants/b.patch
          truth: { statement: "the token is selected", failing: ["W4"] }
      truth:
        service: backend
        change: { path: "backend/**", hunks: 2 }
        mechanism: { kinds: [protocol], element: the handshake }
        statement: nothing is selected
        symptom: { where: GET /ws, status: 101, close: 1006 }
        failing: ["tag:subprotocol"]
        rate: 0.5
      wrong_conclusions: [token invalid]
      end: proved
      limits: { time: 70m, rounds: 4 }
      """;

  @Test
  void everyKeyIsRead() {
    FaultSpec fault = accepted(WHOLE);

    assertThat(fault.id()).isEqualTo("F12");
    assertThat(fault.inject().outside()).containsEntry("key", "a\r\n");
    assertThat(fault.truth().services()).containsExactly("backend");
    assertThat(fault.truth().paths()).containsExactly("backend/**");
    assertThat(fault.truth().symptom().close()).hasValue(1006);
    assertThat(fault.truth().rate()).isEqualTo(0.5);
    assertThat(fault.human()).isFalse();
    assertThat(fault.limits()).isEqualTo(new FaultSpec.Limits(Duration.ofMinutes(70), 4));
  }

  @Test
  void whatAVariantSaysStandsOverTheFault() {
    FaultSpec variant = accepted(WHOLE).variant("b");

    assertThat(variant.id()).isEqualTo("F12b");
    assertThat(variant.inject().patch()).isEqualTo("variants/b.patch");
    assertThat(variant.truth().statement()).isEqualTo("the token is selected");
    assertThat(variant.truth().failing()).containsExactly("W4");
    assertThat(variant.truth().mechanism().kinds()).containsExactly("protocol");
    assertThatIllegalArgumentException().isThrownBy(() -> variant.variant("z"));
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndAProposal() {
    assertThat(refused(WHOLE.replace("wrong_conclusions", "wrong_conclusion")))
        .contains(
            "fault.yaml:18:1: unknown key 'wrong_conclusion'; did you mean 'wrong_conclusions'?");
  }

  @Test
  void aMechanismOutsideTheListIsRefused() {
    assertThat(refused(WHOLE.replace("[protocol]", "[gremlins]")))
        .singleElement()
        .asString()
        .startsWith("fault.yaml:13:24: truth.mechanism.kinds[0]: one of wrong-value,")
        .endsWith("is required, got 'gremlins'");
  }

  @Test
  void aChangeIsEitherInFilesOrInKeys() {
    assertThat(refused(WHOLE.replace("hunks: 2", "key: services.backend.env.X")))
        .containsExactly("fault.yaml:12:11: truth.change: either path or key is required");
  }

  @Test
  void aRateIsAShare() {
    assertThat(refused(WHOLE.replace("rate: 0.5", "rate: 1.5")))
        .containsExactly(
            "fault.yaml:17:9: truth.rate: above 0 and at most 1 is required, got '1.5'");
  }

  private static FaultSpec accepted(String text) {
    return ((Reading.Accepted) FaultSpec.read(text)).fault();
  }

  private static List<String> refused(String text) {
    return ((Reading.Refused) FaultSpec.read(text))
        .findings().stream().map(it -> it.in(FaultSpec.FILE)).toList();
  }
}
