package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.ChangedKeys.Changed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What changed keys of the settings do, by the change and by what the service says of it. */
final class KeyRules {

  private static final Pattern FORM =
      Pattern.compile(
          "line (?:ending|feed|break)|carriage|control character|white ?space|blank|newline|\\bCRLF\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AWAY =
      Pattern.compile(
          "connection refused|unreachable|cannot be reached|cannot connect|nothing listens",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ABSENT =
      Pattern.compile(
          "no such file|does not exist|is not there|not found|cannot be read|is missing",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

  private KeyRules() {}

  static Optional<Mechanism> of(Scene scene) {
    List<Changed> changed = scene.changed();
    Optional<Changed> gone = changed.stream().filter(it -> it.after() == null).findFirst();
    Optional<Changed> fresh = changed.stream().filter(it -> it.before() == null).findFirst();
    if (gone.isPresent() && fresh.isPresent()) {
      return moved(scene, gone.get(), fresh.get());
    }
    if (gone.isPresent()) {
      return scene.decided(
          "missing-value",
          gone.get().path() + " is not given any more",
          "with the key given again it works");
    }
    return changed.stream()
        .filter(it -> it.before() != null && it.after() != null)
        .findFirst()
        .flatMap(it -> otherValue(scene, it));
  }

  /** The same value under another name; under the same name elsewhere it is another value. */
  private static Optional<Mechanism> moved(Scene scene, Changed gone, Changed fresh) {
    if (gone.name().equals(fresh.name())) {
      return otherValue(scene, new Changed(fresh.path(), gone.before(), fresh.after()));
    }
    return Objects.equals(gone.before(), fresh.after())
        ? scene.decided(
            "name-mismatch",
            "%s is given as %s".formatted(gone.path(), fresh.name()),
            "under its former name it works")
        : Optional.empty();
  }

  private static Optional<Mechanism> otherValue(Scene scene, Changed key) {
    String value = Objects.requireNonNullElse(key.after(), "");
    String kind =
        FORM.matcher(scene.reason()).find() || CONTROL.matcher(value).matches() || value.isBlank()
            ? "format-mismatch"
            : AWAY.matcher(scene.reason()).find()
                ? "unreachable"
                : ABSENT.matcher(scene.reason()).find() ? "missing-value" : "wrong-value";
    return scene.decided(
        kind,
        key.path() + " has a value that is refused or does not work",
        "with its former value it works");
  }
}
