package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Whys.Check;

/**
 * What happened inside.
 *
 * @param kind one word of the closed list
 * @param text which code element or key, and how
 */
record Mechanism(String kind, String text, Check check) {}
