/**
 * Every configuration key of both services, from {@code config.yaml}, and the one reader that
 * checks an environment against it: all findings in one list, before a port opens or a file is
 * written.
 */
@NullMarked
package ai.netra.contract.config;

import org.jspecify.annotations.NullMarked;
