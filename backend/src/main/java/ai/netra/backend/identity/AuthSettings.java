package ai.netra.backend.identity;

import java.net.URI;
import java.time.Duration;

/**
 * How tokens are checked and the auth service is reached.
 *
 * @param issuer compared with {@code iss}
 * @param address where the auth service is reached
 * @param skew how far clocks may differ
 */
record AuthSettings(String issuer, URI address, Duration skew) {}
