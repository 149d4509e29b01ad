package ai.netra.loop.gateway;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lane's listener changes in heads, so that client and service each see the address that
 * they know: Host and Origin one way; Location, the CORS origin and cookie domains the other way.
 */
record LaneHeads(Names names, int lane) {

  private static final Pattern URL = Pattern.compile("(http://)([^/?#\\s]+)(.*)");
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)(.*;\\s*domain=)(" + Names.HOST + ")(\\s*(?:;.*)?)");

  Head toService(Head head) {
    return head.map("Host", names::toPublic).map("Origin", url -> mapUrl(url, names::toPublic));
  }

  /** {@code clientHost} is the host under which the client asked. */
  Head toClient(Head head, String clientHost) {
    UnaryOperator<String> toLane = authority -> names.toLane(authority, lane, clientHost);
    return head.map("Location", url -> mapUrl(url, toLane))
        .map("Access-Control-Allow-Origin", url -> mapUrl(url, toLane))
        .map("Set-Cookie", cookie -> mapDomain(cookie, clientHost));
  }

  private static String mapUrl(String url, UnaryOperator<String> authority) {
    Matcher parts = URL.matcher(url);
    return parts.matches()
        ? parts.group(1) + authority.apply(parts.group(2)) + parts.group(3)
        : url;
  }

  private static String mapDomain(String cookie, String clientHost) {
    Matcher parts = DOMAIN.matcher(cookie);
    return parts.matches() ? parts.group(1) + clientHost + parts.group(3) : cookie;
  }
}
