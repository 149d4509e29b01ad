package ai.netra.backend.threads;

import ai.netra.backend.service.Json;
import ai.netra.contract.list.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills a page while there is room, with one item at least; used once. */
final class Shelf<T> {

  private final Threads.Room room;
  private final List<T> items = new ArrayList<>();
  private @Nullable Place last;
  private long bytes;
  private boolean full;

  Shelf(Threads.Room room) {
    this.room = room;
  }

  /** Puts the next item; after the first that does not fit nothing is put any more. */
  void put(T item, Place place) {
    if (full) {
      return;
    }
    long after = bytes + (room.bytes() == Integer.MAX_VALUE ? 0 : Json.size(item) + 1);
    if (!items.isEmpty() && (items.size() == room.items() || after > room.bytes())) {
      full = true;
      return;
    }
    items.add(item);
    last = place;
    bytes = after;
  }

  Page<T> page() {
    return new Page<>(items, full, full && last != null ? last.token() : null);
  }
}
