package ai.netra.contract.run;

import java.util.List;

/** Frames of one run after a number; {@code lastSeq} is the run's last number now. */
public record RunFrames(List<StoredFrame> data, boolean hasMore, long lastSeq) {

  public RunFrames {
    data = List.copyOf(data);
  }
}
