package ai.netra.loop.record;

/** The phases of a test, in order: what happens before it, in it and after it. */
public enum Phase {
  SETUP,
  CALL,
  TEARDOWN
}
