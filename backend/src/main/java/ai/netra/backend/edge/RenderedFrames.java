package ai.netra.backend.edge;

import ai.netra.backend.identity.UserKey;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stored frames as bytes, kept for a while: each socket of a user sends the same. A frame has one
 * slot, which the next frame that falls on it takes over. Safe for many threads.
 */
final class RenderedFrames {

  private static final int SLOTS = 1 << 10;
  private static final int MOST_BYTES = 16 * 1024;

  private final AtomicReferenceArray<@Nullable Rendered> slots = new AtomicReferenceArray<>(SLOTS);

  private static final class Rendered {

    private final UserKey user;
    private final long userSeq;
    private final byte[] frame;

    private Rendered(UserKey user, long userSeq, byte[] frame) {
      this.user = user;
      this.userSeq = userSeq;
      this.frame = frame;
    }

    private boolean is(UserKey other, long otherSeq) {
      return userSeq == otherSeq && user.equals(other);
    }
  }

  /** The bytes of a user's frame; nobody may change them. */
  byte[] get(UserKey user, long userSeq, Supplier<byte[]> rendering) {
    int slot = (31 * user.hashCode() + Long.hashCode(userSeq)) & (SLOTS - 1);
    Rendered kept = slots.get(slot);
    if (kept != null && kept.is(user, userSeq)) {
      return kept.frame;
    }
    byte[] frame = rendering.get();
    if (frame.length <= MOST_BYTES) {
      slots.set(slot, new Rendered(user, userSeq, frame));
    }
    return frame;
  }
}
