package ai.netra.loop.gateway;

import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import java.time.Duration;
import java.util.Set;

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

  /** A service's route; of orders about its processes {@code method} is one, the path empty. */
  record Spot(String service, String method, PathTemplate path) {

    /** Whether this order about a process of this service is meant. */
    public boolean isOfProcess(String of, String action) {
      return path.text().isEmpty() && service.equals(of) && method.equals(action);
    }

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

      /** A body, changed. */
      public byte[] of(byte[] body) {
        return ai.netra.loop.gateway.Leaves.changed(body);
      }

      @Override
      public String label() {
        return "leaves";
      }
    }

    /**
     * One leaf of the body, or of each frame of a type, becomes another value of its type; the
     * record of the exchange says which.
     *
     * @param types of frames; empty for a body
     */
    record Leaf(long seed, Set<String> types) implements Change {

      @Override
      public String label() {
        return "leaf";
      }
    }

    /** Frames of these types do not arrive. */
    record DropFrames(Set<String> types) implements Change {

      @Override
      public String label() {
        return "frame";
      }
    }

    /** Frames of these types arrive twice. */
    record DoubleFrames(Set<String> types) implements Change {

      @Override
      public String label() {
        return "doubled";
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
