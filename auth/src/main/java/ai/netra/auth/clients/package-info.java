/** Clients and their credentials: the standard token endpoint, the service token, the metadata. */
@NullMarked
package ai.netra.auth.clients;

import org.jspecify.annotations.NullMarked;
