/**
 * What runs inside a JUnit suite's JVM: the worker that runs tests one by one a lane, tells phase
 * edges and counts executed checks; and {@link ai.netra.probe.Attempt}, the one class that a test
 * may use.
 */
@NullMarked
package ai.netra.probe;

import org.jspecify.annotations.NullMarked;
