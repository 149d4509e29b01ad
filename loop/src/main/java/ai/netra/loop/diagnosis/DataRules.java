package ai.netra.loop.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and forms of what is sent. */
final class DataRules {

  private static final Pattern NAME = Pattern.compile("\"([A-Za-z][\\w-]*)\"");
  private static final Pattern ALIAS = Pattern.compile("@Json(?:Alias|Property)|[Aa]lias");
  private static final Pattern READING =
      Pattern.compile(
          "Instant|DateTime|Timestamp|timestamp|is(?:String|Textual|Number)|as(?:String|Text|Long)|parse");
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile("unknown_type|VALIDATION_ERROR|unknown (?:type|field)");

  private DataRules() {}

  /** Whether something was refused for its name. */
  static boolean isUnknownName(String reason) {
    return UNKNOWN_NAME.matcher(reason).find();
  }

  /** A name that was understood is refused, and the hunks take it away or spell it otherwise. */
  static Optional<Mechanism> nameMismatch(Scene scene) {
    boolean refused = scene.hasStatus(400, 422) || isUnknownName(scene.reason());
    Set<String> gone = names(scene.removed());
    Set<String> fresh = names(scene.added());
    gone.removeAll(fresh);
    boolean alias =
        ALIAS.matcher(scene.removed()).find()
            || gone.stream().anyMatch(it -> fresh.stream().anyMatch(f -> isSpelling(it, f)))
            || gone.stream().anyMatch(it -> speaksOf(scene.reason(), it));
    return refused && !gone.isEmpty() && alias && !READING.matcher(scene.removed()).find()
        ? scene.decided(
            "name-mismatch",
            "%s is not understood any more at %s".formatted(String.join(", ", gone), scene.place()),
            "with the name understood again it is taken")
        : Optional.empty();
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  private static boolean isSpelling(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean speaksOf(String text, String name) {
    List<String> words =
        Pattern.compile("[A-Za-z][\\w-]*").matcher(text).results().map(MatchResult::group).toList();
    return words.contains(name);
  }

  /** A form that was taken is refused, and the hunks read values otherwise. */
  static Optional<Mechanism> formatMismatch(Scene scene) {
    boolean refused =
        scene.hasStatus(400, 422)
            || scene.reason().contains("VALIDATION_ERROR")
            || scene.answer().map(Answered::closeCode).filter(it -> it == 1008).isPresent();
    return refused && READING.matcher(scene.removed()).find()
        ? scene.decided(
            "format-mismatch",
            "a form of a value is refused at " + scene.place(),
            "with the value read as before it is taken")
        : Optional.empty();
  }
}
