package ai.netra.backend.threads;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.threads.Threads.Room;
import ai.netra.contract.list.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShelfTest {

  private static Page<String> page(Room room, String... items) {
    Shelf<String> shelf = new Shelf<>(room);
    for (int i = 0; i < items.length; i++) {
      shelf.put(items[i], new Place(0, i));
    }
    return shelf.page();
  }

  @Test
  void aPageEndsWhereItsBytesDoAndTheNextBeginsThere() {
    Page<String> page = page(new Room(10, 16), "aaaa", "bbbb", "cccc", "d");

    assertThat(page.data()).containsExactly("aaaa", "bbbb");
    assertThat(page.hasMore()).isTrue();
    assertThat(page.nextPageToken()).isEqualTo(new Place(0, 1).token());
  }

  @Test
  void aPageEndsAtItsNumberOfItems() {
    Page<String> page = page(Room.of(2), "a", "b", "c");

    assertThat(page.data()).containsExactly("a", "b");
    assertThat(page.nextPageToken()).isEqualTo(new Place(0, 1).token());
  }

  @Test
  void oneItemIsOnEveryPageSoThatNoneIsEmptyForEver() {
    assertThat(page(new Room(10, 4), "much too long", "b").data()).containsExactly("much too long");
  }

  @Test
  void whatFitsIsAllAndHasNoToken() {
    Page<String> page = page(Room.of(3), Stream.of("a", "b", "c").toArray(String[]::new));

    assertThat(page.hasMore()).isFalse();
    assertThat(page.nextPageToken()).isNull();
  }
}
