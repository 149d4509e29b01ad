/**
 * What a journal line can hold: one record a kind, the closed set {@link
 * ai.netra.loop.record.Entry}.
 *
 * <p>These records are the evidence. Verdicts, counts and reports are computed from them and from
 * nothing else, by a run and by {@code netra verify} alike, so a field here is a promise to every
 * old journal. Nothing in this room does anything: no file, no clock, no process.
 */
@NullMarked
package ai.netra.loop.record;

import org.jspecify.annotations.NullMarked;
