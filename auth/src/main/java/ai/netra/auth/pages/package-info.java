/** What all pages share: their frame, their headers, the token of their forms. */
@NullMarked
package ai.netra.auth.pages;

import org.jspecify.annotations.NullMarked;
