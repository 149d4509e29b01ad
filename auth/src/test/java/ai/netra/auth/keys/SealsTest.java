package ai.netra.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SealsTest {

  private final Ids ids = Ids.secure();
  private final Secret first = new Secret(ids.secret(32));
  private final Secret second = new Secret(ids.secret(32));

  @Test
  void aSealOpensUnderItsKeyAndHidesItsText() {
    Seals seals = new Seals(first, Optional.empty(), ids);
    String sealed = seals.seal("private");

    assertThat(sealed).isNotEqualTo(seals.seal("private"));
    assertThat(seals.open(sealed)).contains(new Seals.Opened("private", false));
  }

  @Test
  void theFormerKeyOpensOldSealsAndSaysSo() {
    String sealed = new Seals(first, Optional.empty(), ids).seal("private");

    assertThat(new Seals(second, Optional.of(first), ids).open(sealed))
        .contains(new Seals.Opened("private", true));
    assertThat(new Seals(second, Optional.empty(), ids).open(sealed)).isEmpty();
  }
}
