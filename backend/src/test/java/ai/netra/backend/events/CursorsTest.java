package ai.netra.backend.events;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {

  private static final UserKey ANNA = new UserKey(1);
  private static final UserKey BEN = new UserKey(2);

  private final Cursors cursors = new Cursors(new byte[32]);

  @Test
  void aCursorNamesItsPlace() {
    assertThat(cursors.place(ANNA, cursors.text(ANNA, 4711))).contains(4711L);
  }

  @Test
  void aCursorIsTextOfTheAlphabetOfTheContract() {
    assertThat(cursors.text(ANNA, Long.MAX_VALUE)).matches("[A-Za-z0-9_-]{1,128}");
  }

  @Test
  void anotherUsersCursorIsRefused() {
    assertThat(cursors.place(BEN, cursors.text(ANNA, 4711))).isEmpty();
  }

  @Test
  void aCursorUnderAnotherKeyIsRefused() {
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new Cursors(other).place(ANNA, cursors.text(ANNA, 1))).isEmpty();
  }

  @Test
  void aMalformedCursorIsRefused() {
    assertThat(List.of("", "c1", "???", "AAAAAAAAAAAAAAAA", "A".repeat(128)))
        .allSatisfy(text -> assertThat(cursors.place(ANNA, text)).isEmpty());
  }
}
