package ai.netra.loop.review;

import ai.netra.loop.project.Project.Mirror;
import ai.netra.loop.review.FileDiff.Form;
import ai.netra.loop.review.FileDiff.Hunk;
import ai.netra.loop.review.FileDiff.Kind;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Policy;
import ai.netra.loop.review.Review.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change written down in one text: {@code == path} and then all lines of the file, each after a
 * blank, a plus or a minus. {@code == base path} is a file as the last proved tree has it, where
 * that is not the text before the change; {@code == message} is the message, {@code == cause} lists
 * files of the cause. A section sign is left out, so that a seed is not what it stands for.
 */
final class SeedText {

  private static final String BASE = "base ";
  private static final int PASS = 80;

  private static final Policy POLICY =
      new Policy(
          List.of("app/**", "e2e/**", "pom.xml"),
          List.of("app/locked/**"),
          PASS,
          List.of(new Mirror("app/plans.yaml", "app/copy.yaml")));

  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private SeedText(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("§", "").lines().toList()) {
      if (line.startsWith("== ")) {
        lines = sections.computeIfAbsent(line.substring(3).strip(), _ -> new ArrayList<>());
      } else {
        lines.add(line.isEmpty() ? " " : line);
      }
    }
  }

  /** What the rules see of it. */
  static Material read(String text) {
    return new SeedText(text).material();
  }

  private Material material() {
    Map<String, String> base = new LinkedHashMap<>();
    Map<String, String> candidate = new LinkedHashMap<>();
    List<FileDiff> diff = new ArrayList<>();
    for (Map.Entry<String, List<String>> file : files().entrySet()) {
      side(file.getValue(), '-').ifPresent(it -> candidate.put(file.getKey(), it));
      side(file.getValue(), '+').ifPresent(it -> base.put(file.getKey(), it));
      if (file.getValue().stream().anyMatch(line -> line.charAt(0) != ' ')) {
        diff.add(diff(file.getKey(), file.getValue()));
      }
    }
    ofBase().forEach((path, lines) -> side(lines, '+').ifPresent(it -> base.put(path, it)));
    return Material.of(Content.of(base), Content.of(candidate), diff, terms());
  }

  private Map<String, List<String>> files() {
    Map<String, List<String>> files = new LinkedHashMap<>(sections);
    files.keySet().removeIf(it -> it.startsWith(BASE) || !it.matches(".*[./].*"));
    return files;
  }

  private Map<String, List<String>> ofBase() {
    return sections.entrySet().stream()
        .filter(it -> it.getKey().startsWith(BASE))
        .collect(Collectors.toMap(it -> it.getKey().substring(BASE.length()), Map.Entry::getValue));
  }

  /** The text without the lines of the other side; absent where no line is left. */
  private static Optional<String> side(List<String> lines, char without) {
    List<String> left = lines.stream().filter(line -> line.charAt(0) != without).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            left.stream().map(line -> line.substring(1) + "\n").collect(Collectors.joining()));
  }

  private static FileDiff diff(String path, List<String> lines) {
    Kind kind =
        side(lines, '+').isEmpty()
            ? Kind.ADDED
            : side(lines, '-').isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    return new FileDiff(path, kind, Form.TEXT, List.of(new Hunk(1, lines)));
  }

  private Terms terms() {
    return new Terms(
        List.of("e2e/**"),
        List.of("e2e/support/**"),
        List.of(),
        POLICY,
        new Cause(new LinkedHashSet<>(words("cause")), Set.of()),
        String.join("\n", words("message")));
  }

  private List<String> words(String section) {
    return sections.getOrDefault(section, List.of()).stream().map(String::strip).toList();
  }
}
