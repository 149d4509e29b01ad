package ai.netra.loop.gateway;

/**
 * A service's public address, held by the gateway.
 *
 * @param url without a slash at its end
 * @param fellBack whether the port asked for was taken, so that a free one stands in
 */
public record Front(String service, String url, int port, boolean fellBack) {}
