package ai.netra.loop.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.record.Exchange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the exchanges of an attempt look like, without what differs from run to run: routes,
 * statuses, JSON keys, types of frames. How often a call was made does not matter: tests poll.
 */
final class ExchangeShape {

  /** A part of a path that is a value and not a name: it holds a digit. */
  private static final Pattern VALUE = Pattern.compile("[^/]*[0-9][^/]*");

  private ExchangeShape() {}

  /** The hash of the shape in hex. */
  static String of(Case one) {
    TreeSet<String> lines =
        one.exchanges().stream()
            .map(it -> line(one, it))
            .collect(Collectors.toCollection(TreeSet::new));
    return sha256(String.join("\n", lines));
  }

  private static String line(Case one, Fact<Exchange> exchange) {
    Exchange it = exchange.entry();
    String route =
        one.join()
            .receiptOf(exchange)
            .flatMap(slip -> Optional.ofNullable(slip.route()))
            .orElseGet(() -> template(it));
    return String.join(
        "\t",
        it.kind().name(),
        it.service(),
        it.method(),
        route,
        String.valueOf(it.status()),
        String.valueOf(new TreeSet<>(it.keys())),
        frames(it));
  }

  private static String template(Exchange exchange) {
    return VALUE.matcher(exchange.path().split("\\?", 2)[0]).replaceAll("{}");
  }

  private static String frames(Exchange exchange) {
    Exchange.Socket socket = exchange.socket();
    return socket == null
        ? ""
        : socket.frames().stream()
            .map(it -> it.direction() + " " + it.type())
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256, this one has not", e);
    }
  }
}
