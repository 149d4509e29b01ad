package ai.netra.loop.faults;

import ai.netra.loop.project.FaultSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the first diagnosis said, against the truth. */
record Findings(JournalLines journal, FaultSpec spec, History history) {

  boolean isRightService() {
    Optional<JsonNode> cause = journal.first("cause");
    if (cause.isEmpty()) {
      return false;
    }
    String service = cause.get().path("service").asString("");
    List<String> right = spec.truth().services();
    return right.isEmpty() ? service.isEmpty() : right.contains(service);
  }

  /** At least one hunk or key of the fault, and nothing else. */
  boolean isRightChange() {
    return journal.first("minimal").filter(this::isFaults).isPresent();
  }

  private boolean isFaults(JsonNode minimal) {
    Set<Patch.Changed> faults = new HashSet<>(history.fault().inject().changed());
    List<List<Patch.Changed>> hunks =
        minimal
            .path("hunks")
            .valueStream()
            .map(hunk -> inFile(hunk.path("file").asString(""), hunk.path("patch").asString("")))
            .toList();
    boolean onlyFaults = faults.containsAll(hunks.stream().flatMap(List::stream).toList());
    List<String> keys = minimal.path("keys").valueStream().map(key -> key.asString("")).toList();
    boolean rightKeys = keys.stream().allMatch(spec.truth().keys()::contains);
    return onlyFaults && rightKeys && !(hunks.isEmpty() && keys.isEmpty());
  }

  /** A hunk may come with or without the head that names its file. */
  private static List<Patch.Changed> inFile(String file, String patch) {
    String bare = patch.contains("@@") ? patch.substring(patch.indexOf("@@")) : patch;
    return Patch.changed("diff --git a/" + file + " b/" + file + "\n" + bare);
  }

  boolean isRightMechanism() {
    return journal
        .first("cause")
        .flatMap(
            cause ->
                cause
                    .path("nodes")
                    .valueStream()
                    .filter(node -> JournalLines.word(node.path("level")).equals("mechanism"))
                    .findFirst())
        .filter(node -> spec.truth().mechanism().kinds().contains(node.path("kind").asString("")))
        .isPresent();
  }

  /** Every supported edge rests on lines that are there, from the symptom to the change. */
  boolean isGrounded() {
    return journal
        .first("cause")
        .filter(cause -> cause.path("grounded").asBoolean(false))
        .filter(cause -> cause.path("edges").valueStream().allMatch(this::rests))
        .isPresent();
  }

  private boolean rests(JsonNode edge) {
    List<Long> refs = edge.path("refs").valueStream().map(JsonNode::asLong).toList();
    return !refs.isEmpty() && journal.numbers().containsAll(refs);
  }

  /** Wrong conclusions that stand as supported in a cause. */
  List<String> wrongConclusions() {
    List<String> said =
        journal.of("cause").map(JournalLines.Line::data).flatMap(Findings::said).toList();
    return spec.wrong().stream()
        .filter(
            wrong -> said.stream().anyMatch(text -> text.contains(wrong.toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static Stream<String> said(JsonNode cause) {
    Stream<String> claims =
        cause
            .path("edges")
            .valueStream()
            .filter(edge -> JournalLines.word(edge.path("support")).equals("supported"))
            .map(edge -> edge.path("claim").asString(""));
    return Stream.concat(claims, Stream.of(cause.path("statement").asString("")))
        .map(text -> text.toLowerCase(Locale.ROOT));
  }
}
