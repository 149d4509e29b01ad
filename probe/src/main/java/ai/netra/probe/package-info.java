/** What runs inside a JUnit suite's JVM: it reports phases, assertions and attempts to the loop. */
@NullMarked
package ai.netra.probe;

import org.jspecify.annotations.NullMarked;
