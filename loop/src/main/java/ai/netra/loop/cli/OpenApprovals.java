package ai.netra.loop.cli;

import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.record.ApprovalAsked;
import ai.netra.loop.record.ApprovalGiven;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run asked people and nobody has answered yet, by its journal. */
record OpenApprovals(List<ApprovalAsked> all) {

  static OpenApprovals of(Path run) {
    Map<String, ApprovalAsked> open = new LinkedHashMap<>();
    for (Line line : JournalReader.read(run).lines()) {
      if (line.data() instanceof ApprovalAsked asked) {
        open.put(asked.id(), asked);
      } else if (line.data() instanceof ApprovalGiven given) {
        open.remove(given.id());
      }
    }
    return new OpenApprovals(List.copyOf(open.values()));
  }

  Optional<ApprovalAsked> of(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** For people. */
  List<String> told() {
    return all.stream()
        .map(
            it ->
                "%s: %s of tree %s, %s; until %s"
                    .formatted(it.id(), it.what(), it.tree(), it.reason(), it.until()))
        .toList();
  }
}
