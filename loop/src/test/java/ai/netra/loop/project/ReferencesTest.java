package ai.netra.loop.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {

  @Test
  void everyReferenceIsReplacedByItsValue() {
    String resolved =
        References.resolve(
            "${java} -Dport=${port:http} $HOME", Map.of("java", "/opt/$1/java", "port:http", "80"));

    assertThat(resolved).isEqualTo("/opt/$1/java -Dport=80 $HOME");
  }

  @Test
  void aReferenceWithoutAValueIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> References.resolve("a ${shard} b", Map.of()))
        .withMessage("reference ${shard}: has no value here, in 'a ${shard} b'");
  }
}
