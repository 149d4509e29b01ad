package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Searching.Surroundings;
import ai.netra.loop.record.Hunk;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list that stands somewhere already is written a second time. */
final class CopyRule {

  private static final Pattern NAME = Pattern.compile("\"([a-z][\\w.-]{2,})\"");
  private static final int LEAST_NAMES = 3;
  private static final int MOST_NAMES = 8;

  private final Surroundings around;

  CopyRule(Surroundings around) {
    this.around = around;
  }

  Optional<Mechanism> of(Scene scene) {
    List<String> names =
        NAME.matcher(scene.added())
            .results()
            .map(it -> it.group(1))
            .filter(it -> !scene.removed().contains("\"" + it + "\""))
            .distinct()
            .limit(MOST_NAMES)
            .toList();
    boolean refused = scene.hasStatus(400, 404, 422) || DataRules.isUnknownName(scene.reason());
    if (!refused || names.size() < LEAST_NAMES) {
      return Optional.empty();
    }
    List<String> own = scene.hunks().stream().map(Hunk::file).toList();
    return around.changes().holding(scene.found().trials().failed(), names).stream()
        .filter(it -> !own.contains(it) && around.scope().holds(Trials.Varied.SERVICES, it))
        .filter(it -> !it.contains("/test/"))
        .findFirst()
        .flatMap(
            it ->
                scene.decided(
                    "second-definition",
                    "%s writes again what %s defines".formatted(scene.place(), it),
                    "with the one definition alone it works"));
  }
}
