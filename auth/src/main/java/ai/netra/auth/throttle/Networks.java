package ai.netra.auth.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: an IPv4 address, or the /64 of an IPv6 one. */
final class Networks {

  private static final int PREFIX_BYTES = 8;

  private Networks() {}

  /** The network of an address in text; what is no address counts as itself. */
  static String of(String ip) {
    if (!ip.contains(":")) {
      return ip;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(ip).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES)) : ip;
    } catch (IllegalArgumentException e) {
      return ip;
    }
  }
}
