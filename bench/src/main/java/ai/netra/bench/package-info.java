/** Benchmarks: figures from a running system, beside its peers. */
@NullMarked
package ai.netra.bench;

import org.jspecify.annotations.NullMarked;
