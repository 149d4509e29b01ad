/** Accounts: addresses, roles, rights, profile, erasure. */
@NullMarked
package ai.netra.auth.accounts;

import org.jspecify.annotations.NullMarked;
