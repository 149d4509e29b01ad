package ai.netra.auth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Whose address counts: the peer's, or the last untrusted one behind configured proxies. */
final class ClientAddress {

  private final Set<String> proxies;

  ClientAddress(Set<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  String of(HttpServletRequest request) {
    String peer = bare(request.getRemoteAddr());
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !proxies.contains(peer)) {
      return peer;
    }
    List<String> hops = Arrays.stream(forwarded.split(",")).map(String::strip).toList();
    return hops.reversed().stream()
        .map(ClientAddress::bare)
        .filter(hop -> !proxies.contains(hop))
        .findFirst()
        .orElse(peer);
  }

  private static String bare(String address) {
    return address.startsWith("[") && address.endsWith("]")
        ? address.substring(1, address.length() - 1)
        : address;
  }
}
