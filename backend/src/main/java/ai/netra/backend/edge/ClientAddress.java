package ai.netra.backend.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose address counts: the peer's, or the last untrusted one behind configured proxies. */
final class ClientAddress {

  private final Set<String> proxies;

  ClientAddress(List<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  String of(@Nullable SocketAddress peer, @Nullable String forwardedFor) {
    String address = text(peer);
    if (forwardedFor == null || !proxies.contains(address)) {
      return address;
    }
    List<String> hops = Arrays.stream(forwardedFor.split(",")).map(ClientAddress::bare).toList();
    return hops.reversed().stream()
        .filter(hop -> !proxies.contains(hop))
        .findFirst()
        .orElse(address);
  }

  private static String text(@Nullable SocketAddress peer) {
    if (peer instanceof InetSocketAddress internet) {
      InetAddress address = internet.getAddress();
      return address == null ? internet.getHostString() : bare(address.getHostAddress());
    }
    return "unknown";
  }

  private static String bare(String address) {
    String stripped = address.strip();
    boolean brackets = stripped.startsWith("[") && stripped.endsWith("]");
    return brackets ? stripped.substring(1, stripped.length() - 1) : stripped;
  }
}
