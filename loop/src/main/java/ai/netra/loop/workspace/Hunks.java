package ai.netra.loop.workspace;

import ai.netra.loop.record.Hunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts the text of a difference into hunks and joins them again. */
final class Hunks {

  private static final String FILE = "diff --git ";

  private Hunks() {}

  /** What {@code -z} separates. */
  static List<String> paths(String listed) {
    return Stream.of(listed.split("\0", -1)).filter(it -> !it.isEmpty()).toList();
  }

  static List<Hunk> of(String patch) {
    List<Hunk> hunks = new ArrayList<>();
    for (String file : patch.split("(?m)^(?=diff --git )", -1)) {
      if (!file.isBlank()) {
        hunks.addAll(ofFile(file));
      }
    }
    return hunks;
  }

  private static List<Hunk> ofFile(String patch) {
    String[] parts = patch.split("(?m)^(?=@@ )", -1);
    String path = path(parts[0]);
    if (parts.length == 1) {
      return List.of(new Hunk(path, 1, patch));
    }
    List<Hunk> hunks = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      hunks.add(new Hunk(path, line(parts[i]), parts[0] + parts[i]));
    }
    return hunks;
  }

  /** Nothing is renamed, so both names are the same and the second half is one of them. */
  private static String path(String head) {
    String names = head.lines().findFirst().orElse("").substring(FILE.length());
    String second = names.substring(names.length() / 2 + 1).replace("\"", "");
    return second.substring("b/".length());
  }

  private static int line(String hunk) {
    String added = hunk.substring(hunk.indexOf('+') + 1).split("[ ,]", 2)[0];
    return Math.max(1, Integer.parseInt(added));
  }

  /** One patch: of each file its head once, its hunks in their order. */
  static String joined(List<Hunk> hunks) {
    Map<String, List<Hunk>> byFile =
        hunks.stream()
            .sorted(Comparator.comparingInt(Hunk::line))
            .collect(Collectors.groupingBy(Hunk::file, LinkedHashMap::new, Collectors.toList()));
    StringBuilder patch = new StringBuilder();
    for (List<Hunk> file : byFile.values()) {
      patch.append(file.getFirst().patch());
      file.stream().skip(1).map(Hunks::withoutHead).forEach(patch::append);
    }
    return patch.toString();
  }

  private static String withoutHead(Hunk hunk) {
    return hunk.patch().substring(hunk.patch().indexOf("\n@@ ") + 1);
  }
}
