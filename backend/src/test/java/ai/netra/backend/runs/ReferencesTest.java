package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ReferencesTest {

  private static final UserKey ANNA = new UserKey(1);
  private static final UserKey BEN = new UserKey(2);

  private final References references =
      new References((_, user, id) -> user.equals(ANNA) && id.equals("imp_a"));

  private void check(UserKey user, String... ids) {
    references.check(new NoTransaction(), user, List.of(ids));
  }

  @Test
  void onesOwnPassAndNoneAtAllToo() {
    assertThatCode(() -> check(ANNA, "imp_a")).doesNotThrowAnyException();
    assertThatCode(() -> check(BEN)).doesNotThrowAnyException();
  }

  @Test
  void anotherUsersAndOneThatNobodyHasAreRefusedInTheSameWords() {
    assertThatThrownBy(() -> check(BEN, "imp_a"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessage("references: each one of yours, got imp_a");
    assertThatThrownBy(() -> check(ANNA, "imp_a", "imp_z"))
        .hasMessage("references: each one of yours, got imp_z");
  }

  /** Nobody asks it for anything here. */
  private static final class NoTransaction implements Store.Transaction {
    @Override
    public JdbcClient sql() {
      throw new UnsupportedOperationException("no statement is run");
    }

    @Override
    public void afterCommit(Runnable action) {
      throw new UnsupportedOperationException("nothing is committed");
    }
  }
}
