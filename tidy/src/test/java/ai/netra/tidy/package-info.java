/**
 * The rules of the repository as tests: direction, sizes, words, documents. Each names the place
 * and the mend.
 */
@NullMarked
package ai.netra.tidy;

import org.jspecify.annotations.NullMarked;
