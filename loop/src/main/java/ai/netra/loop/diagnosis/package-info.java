/**
 * Finds out why tests fail, from experiments: clusters, blame, culprit, minimal change, cause. A
 * step is code and says {@code unknown} where its evidence does not reach.
 */
@NullMarked
package ai.netra.loop.diagnosis;

import org.jspecify.annotations.NullMarked;
