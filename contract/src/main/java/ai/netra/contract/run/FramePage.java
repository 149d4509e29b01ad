package ai.netra.contract.run;

import java.util.List;

/**
 * Stored frames of a user after a place.
 *
 * @param cursor the place after the last of them
 * @param gap whether the place asked for lies before the replay window
 */
public record FramePage(List<StoredFrame> data, String cursor, boolean gap, boolean hasMore) {

  public FramePage {
    data = List.copyOf(data);
  }
}
