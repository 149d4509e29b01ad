package ai.netra.loop.diagnosis;

import static ai.netra.loop.record.Cause.UNKNOWN;

import ai.netra.loop.diagnosis.Investigation.Found;
import ai.netra.loop.diagnosis.Searching.Surroundings;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Support;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Hunk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the five whys of a cluster from what experiments showed. A level that the evidence does not
 * reach reads {@code unknown}; a theory that an observation speaks against is kept as refuted.
 */
final class Causes {

  private final Surroundings around;
  private final Found found;
  private final Symptom symptom;
  private final Whys whys = new Whys();

  Causes(Cluster cluster, List<Failure> failures, Surroundings around, Found found) {
    this.around = around;
    this.found = found;
    this.symptom = new Symptom(cluster, failures, found);
  }

  /**
   * The cause.
   *
   * @param round what the failed run tells
   * @param base what the run that proved base tells
   */
  Cause of(LastRound round, LastRound base) {
    int seen = whys.node(Level.SYMPTOM, symptom.text(), null, symptom.lines(round));
    Optional<Interaction> interaction = Interaction.of(symptom, round, base);
    int answered = interaction(seen, interaction);
    Scene scene = new Scene(symptom, interaction, found, changed(), symptom.reason(round));
    Optional<Mechanism> mechanism =
        found.result().steps().isEmpty() ? Optional.empty() : Mechanisms.of(scene, around);
    int inside = mechanism(answered, mechanism);
    int change = change(inside >= 0 ? inside : answered >= 0 ? answered : seen);
    guard(change);
    new Rivals(found, whys).add(seen);
    return whys.cause(symptom.cluster().id(), service(interaction), statement(mechanism));
  }

  private int interaction(int seen, Optional<Interaction> interaction) {
    if (interaction.isEmpty()) {
      whys.unknown(Level.INTERACTION);
      return -1;
    }
    Interaction it = interaction.get();
    int node = whys.node(Level.INTERACTION, it.text(), null, it.lines());
    whys.edge(seen, node, it.check());
    return node;
  }

  private int mechanism(int answered, Optional<Mechanism> mechanism) {
    if (mechanism.isEmpty() || answered < 0) {
      whys.unknown(Level.MECHANISM);
      return -1;
    }
    Mechanism it = mechanism.get();
    int node = whys.node(Level.MECHANISM, it.text(), it.kind(), it.check().lines());
    whys.edge(answered, node, it.check());
    return node;
  }

  private int change(int from) {
    if (found.result().steps().isEmpty()) {
      String reason = found.result().culprit().reason();
      whys.node(Level.CHANGE, reason == null ? UNKNOWN : UNKNOWN + ": " + reason, null, List.of());
      return -1;
    }
    int node = whys.node(Level.CHANGE, changeWords(), null, List.of());
    whys.edge(from, node, Interventions.check(found, symptom));
    return node;
  }

  /** The tests that saw it are what guards against it from now on. */
  private void guard(int change) {
    if (change < 0 || found.minimal().isEmpty() || symptom.cluster().tests().isEmpty()) {
      whys.unknown(Level.GUARD);
      return;
    }
    String tests =
        symptom.cluster().tests().stream()
            .limit(3)
            .map(it -> it.test())
            .collect(Collectors.joining(", "));
    int node = whys.node(Level.GUARD, "only an end-to-end test saw it: " + tests, null, List.of());
    Optional<Whys.Check> check = Interventions.guard(found);
    check.ifPresent(it -> whys.edge(change, node, it));
  }

  private List<ChangedKeys.Changed> changed() {
    return found
        .minimal()
        .filter(it -> !it.keys().isEmpty())
        .map(it -> Minimising.changedKeys(around, it.tree(), found.trials().failed()))
        .orElse(List.of());
  }

  private String changeWords() {
    String commits =
        found.result().steps().stream()
            .map(it -> "%.10s \"%s\"".formatted(it.id(), it.subject()))
            .collect(Collectors.joining(", "));
    String parts = parts();
    return parts.isEmpty() ? commits : parts + ", by " + commits;
  }

  /** The keys, else the hunks, of the minimal set. */
  private String parts() {
    if (found.minimal().isEmpty()) {
      return "";
    }
    if (!found.minimal().get().keys().isEmpty()) {
      return String.join(", ", found.minimal().get().keys());
    }
    return found.minimal().get().hunks().stream()
        .map(it -> it.file() + ":" + it.line())
        .collect(Collectors.joining(", "));
  }

  private String statement(Optional<Mechanism> mechanism) {
    if (found.result().steps().isEmpty()) {
      return UNKNOWN;
    }
    String what = changeWords();
    return mechanism
        .map(it -> "%s: %s (%s)".formatted(what, it.text(), it.kind()))
        .orElse(what + ": mechanism " + UNKNOWN);
  }

  /** Whose files or keys the change is about; no service's where tests are at fault. */
  private @Nullable String service(Optional<Interaction> interaction) {
    if (found.result().steps().isEmpty() || symptom.isOfTests()) {
      return null;
    }
    Set<String> services =
        changed().stream().map(ChangedKeys.Changed::service).collect(Collectors.toSet());
    if (services.isEmpty()) {
      services =
          files().stream()
              .flatMap(it -> around.scope().service(it).stream())
              .collect(Collectors.toSet());
    }
    return services.size() == 1
        ? services.iterator().next()
        : interaction.map(Interaction::service).orElse(null);
  }

  private List<String> files() {
    return found
        .minimal()
        .map(it -> it.hunks().stream().map(Hunk::file).toList())
        .orElseGet(
            () -> found.result().steps().stream().flatMap(it -> it.files().stream()).toList());
  }

  static Support supported(boolean holds) {
    return holds ? Support.SUPPORTED : Support.REFUTED;
  }
}
