/**
 * The demo: it lays a small project of its own into a folder, runs this program on it as a process,
 * and checks from the journals what it claims. It shares no code with what computes verdicts.
 */
@NullMarked
package ai.netra.loop.demo;

import org.jspecify.annotations.NullMarked;
