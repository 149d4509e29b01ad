package ai.netra.loop.cli;

/** One check: {@code found} says what was seen, and where it is a miss what to do. */
record Check(String name, boolean ok, String found) {}
