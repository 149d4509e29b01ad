package ai.netra.backend.agents;

/** How well the assumptions turn out. Choices are made as expected, and kept at every level. */
enum Level {
  LOW,
  EXPECTED,
  HIGH
}
