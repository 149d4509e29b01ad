package ai.netra.auth.web;

import java.net.InetAddress;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param port 0 for a free one
 * @param address where it binds; absent: everywhere
 */
record ServerSettings(int port, Optional<InetAddress> address) {}
