package ai.netra.loop.record;

import java.util.List;

/**
 * What is changed in the answers that an attempt of mode MUTANT gets, as decided before it began.
 *
 * @param service the service whose answers on one route are changed
 * @param method of the route; of an order about a process its action
 * @param path the template of the route; empty for an order about a process
 * @param frames the types of the frames that are changed; empty where answers are no frames
 * @param status the status that is answered instead; 0 where another thing is changed
 * @param seed decides which leaf it is; 0 where all are
 */
public record Mutant(
    TestKey key,
    Change change,
    String service,
    String method,
    String path,
    List<String> frames,
    int status,
    long seed)
    implements Entry {

  /** How answers are changed. The first two are asked of each test, the others make the score. */
  public enum Change {
    /** The status is another one; on a socket frames do not arrive. */
    STATUS("status mutant"),
    /** Every leaf of the body, or of each frame, is another value of its type. */
    BODY("whole-body mutant"),
    /** One leaf is. */
    LEAF("changed leaf"),
    /** Frames of a type do not arrive. */
    DROPPED("dropped frame"),
    /** Frames of a type arrive twice. */
    DOUBLED("doubled frame");

    private final String words;

    Change(String words) {
      this.words = words;
    }

    /** The name in reports. */
    public String words() {
      return words;
    }

    /** Whether each test must notice it. */
    public boolean isAsked() {
      return this == STATUS || this == BODY;
    }
  }

  public Mutant {
    frames = List.copyOf(frames);
  }

  /** Where answers are changed, in words. */
  public String route() {
    return (service + " " + method + " " + path).strip();
  }
}
