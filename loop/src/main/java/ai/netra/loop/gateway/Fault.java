package ai.netra.loop.gateway;

import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import java.time.Duration;

/** What the gateway does to the calls of an attempt from a phase on; earlier phases pass. */
public sealed interface Fault {

  /** The first phase whose calls are disturbed. */
  Phase from();

  /** Connections are refused and open sockets of the attempt are cut. */
  record Refuse(Phase from) implements Fault {}

  /** The request is delivered, its answer is dropped: the connection closes without it. */
  record Drop(Phase from) implements Fault {}

  /** Answers on one route are changed. */
  record Mutant(Phase from, Spot spot, Change change) implements Fault {}

  /** A service's route. */
  record Spot(String service, String method, PathTemplate path) {

    boolean isOf(String asked, String with, String at) {
      return service.equals(asked) && method.equals(with) && path.places(at).isPresent();
    }
  }

  /** How an answer is changed. */
  sealed interface Change {

    /** The name in the record of the exchange. */
    String label();

    /** The gateway answers itself, with this status and an error body. */
    record Status(int code) implements Change {

      @Override
      public String label() {
        return "status";
      }
    }

    /** Every leaf of the body, or of each frame, becomes another value of its type. */
    record Leaves() implements Change {

      @Override
      public String label() {
        return "leaves";
      }
    }

    /** Frames of this type do not arrive. */
    record DropFrames(String type) implements Change {

      @Override
      public String label() {
        return "frame";
      }
    }
  }

  /** What is done to every call that a service makes at a listener between services. */
  sealed interface Mode {

    /** Connections are refused. */
    record Refuse() implements Mode {}

    /** The gateway answers itself, with this status and an error body. */
    record Status(int code) implements Mode {}

    /** The request is delivered, its answer is dropped. */
    record Drop() implements Mode {}

    /** The request is delivered so much later. */
    record Delay(Duration time) implements Mode {}
  }
}
