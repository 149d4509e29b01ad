/** What tests of several rooms share. */
@NullMarked
package ai.netra.backend.testing;

import org.jspecify.annotations.NullMarked;
