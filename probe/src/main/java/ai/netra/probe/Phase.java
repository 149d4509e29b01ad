package ai.netra.probe;

/** The phases of a test as they go over the wire, by name. */
enum Phase {
  SETUP,
  CALL,
  TEARDOWN
}
