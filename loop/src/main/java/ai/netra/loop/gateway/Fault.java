package ai.netra.loop.gateway;

import ai.netra.loop.record.Phase;

/** What the gateway does to the calls of an attempt from a phase on; earlier phases pass. */
public sealed interface Fault {

  /** The first phase whose calls are disturbed. */
  Phase from();

  /** Connections are refused and open sockets of the attempt are cut. */
  record Refuse(Phase from) implements Fault {}

  /** The request is delivered, its answer is dropped: the connection closes without it. */
  record Drop(Phase from) implements Fault {}
}
