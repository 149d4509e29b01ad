package ai.netra.loop.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Routes, handshakes and the order of a start. */
final class RouteRules {

  private static final Pattern MAPPING =
      Pattern.compile("Mapping|[Rr]oute|@Path|\\b(?:GET|POST|PUT|PATCH|DELETE)\\(|\"/");
  private static final Pattern HANDSHAKE =
      Pattern.compile("[Ss]ub-?[Pp]rotocol|SameSite|[Cc]ors|[Hh]andshake|[Pp]reflight");
  private static final Pattern READY =
      Pattern.compile("\\b\\w*[Rr]eady\\w*|[Rr]eadiness|\\bphase\\b|[Ss]tartup|[Ss]tarted");
  private static final int ABNORMAL = 1006;
  private static final int BROKEN = 1011;

  private RouteRules() {}

  /** Nothing is served there, and the hunks take a mapping of this path away. */
  static Optional<Mechanism> missingRoute(Scene scene) {
    if (!scene.hasStatus(404, 405)
        || scene.expectations().stream().anyMatch(it -> it.wantsRefusal())) {
      return Optional.empty();
    }
    List<String> gone = mappings(scene.removed());
    String route = scene.answer().map(it -> it.exchange().path()).orElse("");
    boolean mapped =
        gone.stream().anyMatch(it -> segments(it).stream().anyMatch(segments(route)::contains));
    boolean same = mappings(scene.added()).equals(gone);
    return mapped && !same
        ? scene.decided(
            "missing-route",
            "the mapping of %s is gone at %s".formatted(route, scene.place()),
            "with the mapping back the route answers")
        : Optional.empty();
  }

  private static List<String> mappings(String text) {
    return text.lines().filter(it -> MAPPING.matcher(it).find()).map(String::strip).toList();
  }

  private static List<String> segments(String text) {
    return Arrays.stream(text.replaceAll("[^A-Za-z/_-]", "/").split("/", -1))
        .filter(it -> it.length() > 2 && !it.endsWith("Mapping"))
        .toList();
  }

  /** A handshake or a browser's rule is not kept, and the hunks are about it. */
  static Optional<Mechanism> protocol(Scene scene) {
    boolean socket =
        scene
            .answer()
            .filter(it -> it.exchange().socket() != null)
            .filter(it -> it.closeCode() == null || it.closeCode() == ABNORMAL || isSaid(scene))
            .isPresent();
    return (socket || isSaid(scene)) && scene.touches(HANDSHAKE)
        ? scene.decided(
            "protocol",
            "what a client may rely on in the handshake is changed at " + scene.place(),
            "with the former handshake clients stay connected")
        : Optional.empty();
  }

  private static boolean isSaid(Scene scene) {
    return HANDSHAKE.matcher(scene.reason()).find();
  }

  /** What a service should refuse until it is ready it takes, and fails. */
  static Optional<Mechanism> startOrder(Scene scene) {
    boolean early =
        scene.expectations().stream()
            .anyMatch(it -> it.wantedStatus().orElse(0) == 503 && it.gotStatus().orElse(0) != 503);
    boolean broken =
        scene.answer().map(Answered::closeCode).filter(it -> it == BROKEN).isPresent()
            || scene.reason().contains("503");
    return (early || broken) && READY.matcher(scene.removed()).find()
        ? scene.decided(
            "start-order",
            "what waited until the service is ready does not wait at " + scene.place(),
            "with the wait back, requests before readiness are refused")
        : Optional.empty();
  }
}
