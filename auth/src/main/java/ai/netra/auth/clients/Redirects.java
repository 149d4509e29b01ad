package ai.netra.auth.clients;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares and builds the addresses that browsers are sent back to. */
final class Redirects {

  private static final Set<String> ANY_PORT = Set.of("127.0.0.1", "[::1]");

  private Redirects() {}

  /** Whether an address is registered: exactly, but for the port of a loopback address. */
  static boolean registered(Set<String> known, String asked) {
    if (known.contains(asked)) {
      return true;
    }
    try {
      URI uri = URI.create(asked);
      return uri.getHost() != null
          && ANY_PORT.contains(uri.getHost())
          && uri.getPort() > 0
          && known.contains(asked.replaceFirst(":" + uri.getPort() + "(?=/|$)", ""));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** An address with more parameters. */
  static String with(String address, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
  }

  /** A text as part of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
