package ai.netra.loop.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a replay says in {@code netra.yaml} in place of the project: one verdict run, commits
 * without a word of a person, these fixers, a bounded run. The rest of the text stays as it is, so
 * that patches of it still apply.
 *
 * @param fixers the kinds, in their order
 * @param agent the command line of the agent; empty where there is none
 */
record ReplaySettings(List<String> fixers, String agent) {

  private static final Set<String> REPLACED = Set.of("proved", "policy", "fixers", "budget");
  private static final String AGENT = "agent";

  ReplaySettings {
    fixers = List.copyOf(fixers);
    if (fixers.contains(AGENT) && agent.isBlank()) {
      throw new Catalogue.Refused("--fixers agent: the agent's command line is required");
    }
  }

  /** The text with these settings in place of its own. */
  String in(String yaml) {
    List<String> kept = new ArrayList<>();
    boolean dropped = false;
    for (String line : yaml.lines().toList()) {
      if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
        dropped = REPLACED.contains(line.split(":", 2)[0]);
      }
      if (!dropped) {
        kept.add(line);
      }
    }
    return String.join("\n", kept) + "\n" + settings();
  }

  private String settings() {
    return """
        proved: { consecutive: 1 }
        policy: { commit: { mode: auto } }
        fixers: [%s]
        budget: { time: 3h, rounds: 4, no_progress: 3 }
        """
        .formatted(fixers.stream().map(this::fixer).collect(Collectors.joining(", ")));
  }

  private String fixer(String kind) {
    return kind.equals(AGENT)
        ? "{ kind: agent, command: \"" + agent.replace("\\", "\\\\").replace("\"", "\\\"") + "\" }"
        : "{ kind: " + kind + " }";
  }
}
