/** The dated catalogue of models and prices. */
@NullMarked
package ai.netra.backend.models;

import org.jspecify.annotations.NullMarked;
