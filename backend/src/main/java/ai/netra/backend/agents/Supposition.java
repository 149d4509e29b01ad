package ai.netra.backend.agents;

/**
 * A change that a question supposes.
 *
 * @param words in which the user said it
 */
record Supposition(Change change, String words) {}
