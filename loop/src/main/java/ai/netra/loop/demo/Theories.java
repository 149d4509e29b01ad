package ai.netra.loop.demo;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The theories that people fell for, against what the journal holds: those that the loop's own
 * interventions refuted, and two about the token, which predict a handshake that was not seen.
 */
record Theories(JournalText journal, Claims claims) {

  private static final int SWITCHING = 101;

  void check() {
    refuted()
        .forEach(
            it -> claims.check("refuted: " + claim(it), !it.path("refs").isEmpty(), observed(it)));
    claims.check(
        "the loop refutes what its interventions speak against",
        refuted().findAny().isPresent(),
        refuted().count() + " theories");
    long answered = handshakes(true);
    claims.check(
        "refuted: a missing Bearer prefix, for it predicts a 401",
        answered > 0 && handshakes(false) == 0,
        answered + " handshakes with the token as a subprotocol, each answered with 101");
    String header = outcome("theSameTokenInAHeaderConnectsToo");
    claims.check(
        "refuted: an invalid token, for it predicts that nobody connects with it",
        header.equals("proved"),
        "S3 connects with the same token in a header and is " + header);
  }

  private Stream<JsonNode> refuted() {
    return journal
        .data("cause")
        .limit(1)
        .flatMap(it -> it.path("edges").valueStream())
        .filter(it -> it.path("support").asString("").equalsIgnoreCase("refuted"));
  }

  private static String claim(JsonNode edge) {
    return edge.path("claim").asString("");
  }

  private static String observed(JsonNode edge) {
    String lines =
        edge.path("refs")
            .valueStream()
            .map(JsonNode::asString)
            .limit(3)
            .collect(Collectors.joining(", "));
    return edge.path("observed").asString("") + " (lines " + lines + ", …)";
  }

  /** Of the tests that are red, in the first full run. */
  private long handshakes(boolean switched) {
    return journal.lines().stream()
        .takeWhile(it -> !it.path("kind").asString("").equals("verdict"))
        .filter(it -> it.path("kind").asString("").equals("exchange"))
        .map(it -> it.path("data"))
        .filter(it -> it.path("key").path("test").asString("").contains("aBrowser"))
        .filter(it -> it.path("fault").isNull() || it.path("fault").isMissingNode())
        .filter(it -> it.path("status").isNumber())
        .filter(it -> (it.path("status").asInt(0) == SWITCHING) == switched)
        .count();
  }

  /** Of the first full run. */
  private String outcome(String method) {
    return journal
        .data("proof")
        .filter(it -> it.path("test").asString("").contains(method))
        .map(it -> it.path("outcome").asString("").toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("without a proof");
  }
}
