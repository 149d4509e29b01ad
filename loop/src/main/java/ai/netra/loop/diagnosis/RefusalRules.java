package ai.netra.loop.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refusals that are missing, wrong, or all the same. */
final class RefusalRules {

  private static final Pattern FROM_CLIENT =
      Pattern.compile(
          "[qQ]ueryParam|getParameter|@RequestParam|@RequestHeader|[Qq]uery\\(|getHeader|\\bheader\\(");
  private static final Pattern CLAIMS =
      Pattern.compile("[Cc]laim|\\bjti\\b|[Rr]oles?\\b|[Pp]ermissions?\\b|[Ss]copes?\\b");
  private static final Pattern CASES = Pattern.compile("\\bcase\\b|->|\\b[A-Z]+(?:_[A-Z]+)+\\b");
  private static final int SEVERAL = 2;

  private RefusalRules() {}

  /** Several causes are told apart no more: other refusals were wanted, one is given. */
  static Optional<Mechanism> misleadingError(Scene scene) {
    List<Expectation> refused =
        scene.expectations().stream().filter(it -> it.wantsRefusal() && it.gotRefusal()).toList();
    boolean otherCode = refused.stream().anyMatch(it -> !it.wanted().equals(it.got()));
    Set<String> got =
        refused.stream().flatMap(it -> it.gotCodes().stream()).collect(Collectors.toSet());
    Set<String> wanted =
        refused.stream().flatMap(it -> it.wantedCodes().stream()).collect(Collectors.toSet());
    boolean collapsed =
        count(CASES, scene.removed()) >= SEVERAL
            && count(CASES, scene.removed()) > count(CASES, scene.added());
    boolean one = got.size() <= 1 && (wanted.size() >= SEVERAL || collapsed);
    return otherCode && one && collapsed
        ? scene.decided(
            "misleading-error",
            "different causes get the same refusal at " + scene.place(),
            "with the cases told apart each has its own code")
        : Optional.empty();
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  /** What must be refused is given, and who asks is taken from the request. */
  static Optional<Mechanism> trust(Scene scene) {
    boolean given =
        scene.expectations().stream().anyMatch(it -> it.wantsRefusal() && it.gotSuccess());
    return given
            && FROM_CLIENT.matcher(scene.added()).find()
            && !FROM_CLIENT.matcher(scene.removed()).find()
        ? scene.decided(
            "trust",
            "what the client says is taken for granted at " + scene.place(),
            "without it the request is refused")
        : Optional.empty();
  }

  /** What a token says of its owner is wrong, and the hunks write it. */
  static Optional<Mechanism> wrongClaims(Scene scene) {
    boolean said =
        CLAIMS.matcher(scene.reason()).find()
            || scene.hasStatus(403)
            || scene
                .answer()
                .filter(it -> it.exchange().path().matches(".*(token|refresh|userinfo).*"))
                .isPresent();
    boolean refusedOtherwise = scene.expectations().stream().anyMatch(it -> it.wantsRefusal());
    return said && !refusedOtherwise && scene.touches(CLAIMS)
        ? scene.decided(
            "wrong-claims",
            "the claims of a token are made otherwise at " + scene.place(),
            "with the former claims the token says what its owner may")
        : Optional.empty();
  }
}
