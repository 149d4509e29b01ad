package ai.netra.loop.gateway;

import ai.netra.loop.record.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What passed on a socket: the first frames each, all of them counted, and how it was closed. */
final class FrameLog {

  /** Frames after these are counted and go into the hash of their direction alone. */
  static final int MOST_FRAMES = 2_000;

  private final List<Exchange.Frame> frames = new ArrayList<>();
  private long framesIn;
  private long framesOut;
  private boolean closeSeen;
  private @Nullable Integer closeCode;
  private @Nullable String closeReason;
  private @Nullable String endedBy;

  synchronized void add(Exchange.Frame frame) {
    if (frames.size() < MOST_FRAMES) {
      frames.add(frame);
    }
    if (frame.direction().equals(Side.CLIENT.direction())) {
      framesIn++;
    } else {
      framesOut++;
    }
  }

  /** A close frame; the first one counts. */
  synchronized void close(Side by, @Nullable Integer code, @Nullable String reason) {
    if (!closeSeen && endedBy == null) {
      closeSeen = true;
      closeCode = code;
      closeReason = reason;
      endedBy = by.wireName();
    }
  }

  /** The connection ended; who ended it counts only where no close frame came before. */
  synchronized void end(String by) {
    endedBy = endedBy == null ? by : endedBy;
  }

  /** Whether it was closed with a frame, or left by a client: then the service could tell of it. */
  synchronized boolean isComplete() {
    return closeSeen || Side.CLIENT.wireName().equals(endedBy);
  }

  synchronized Exchange.Socket socket() {
    return new Exchange.Socket(
        framesIn, framesOut, List.copyOf(frames), closeCode, closeReason, endedBy);
  }
}
