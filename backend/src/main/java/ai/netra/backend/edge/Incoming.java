package ai.netra.backend.edge;

/** What a client sent, before it is read. */
sealed interface Incoming {

  /** A text of at most the size of a frame. */
  record Text(String text) implements Incoming {}

  /** A binary message; its bytes are dropped. */
  record Binary() implements Incoming {}

  /** A text over the size; its bytes are dropped. */
  record TooLarge(int bytes) implements Incoming {}
}
