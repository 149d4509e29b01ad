package ai.netra.loop.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Finds the references of a document that can never be resolved. */
final class ReferenceCheck {

  private static final Set<String> PLAIN =
      Set.of(
          "artifact",
          "data",
          "build",
          "deploy",
          "nonce",
          "project",
          "shard",
          "tests",
          "report",
          "java");

  /** What exists before a service is built. */
  private static final Set<String> IN_BUILD = Set.of("build", "project", "java");

  private final Section root;
  private final Map<String, String> environment;
  private final Findings findings;

  ReferenceCheck(Section root, Map<String, String> environment, Findings findings) {
    this.root = root;
    this.environment = environment;
    this.findings = findings;
  }

  void check() {
    walk(root, List.of());
  }

  private void walk(Section section, List<String> path) {
    if (section.isScalar()) {
      checkText(section, path);
    }
    section.elements().forEach(element -> walk(element, path));
    section.fields().forEach((key, value) -> walk(value, below(path, key)));
  }

  private void checkText(Section text, List<String> path) {
    Matcher reference = References.REFERENCE.matcher(text.text(""));
    while (reference.find()) {
      String whole = reference.group();
      problem(reference.group(1), path)
          .ifPresent(
              problem ->
                  findings.add(
                      text.required(), String.join(".", path) + ": '" + whole + "' " + problem));
    }
  }

  private Optional<String> problem(String reference, List<String> path) {
    int colon = reference.indexOf(':');
    if (colon < 0) {
      Set<String> known = isBuild(path) ? IN_BUILD : PLAIN;
      return known.contains(reference)
          ? Optional.empty()
          : Optional.of("is not known here" + Proposal.sentence(reference, known));
    }
    String name = reference.substring(colon + 1);
    return switch (reference.substring(0, colon)) {
      case "port" -> absent(name, ports(path), "names no port");
      case "url" -> absent(name, root.get("services").fields().keySet(), "names no service");
      case "secret" -> absent(name, secrets(), "names no declared secret");
      case "env" ->
          isAboutFixers(path)
              ? Optional.empty()
              : absent(name, environment.keySet(), "is not set in the environment");
      default -> Optional.of("is not known; references are " + forms());
    };
  }

  private static Optional<String> absent(String name, Collection<String> known, String problem) {
    return known.contains(name)
        ? Optional.empty()
        : Optional.of(problem + Proposal.sentence(name, known));
  }

  private Collection<String> ports(List<String> path) {
    Map<String, Section> services = root.get("services").fields();
    boolean inService = path.size() > 1 && path.getFirst().equals("services");
    if (inService) {
      return root.get("services").get(path.get(1)).get("ports").fields().keySet();
    }
    Set<String> ports = new TreeSet<>();
    services.values().forEach(service -> ports.addAll(service.get("ports").fields().keySet()));
    return ports;
  }

  private Set<String> secrets() {
    Set<String> names = new TreeSet<>();
    root.get("services")
        .fields()
        .values()
        .forEach(service -> names.addAll(service.get("secrets").fields().keySet()));
    return names;
  }

  private static boolean isBuild(List<String> path) {
    return path.size() > 2 && path.getFirst().equals("services") && path.get(2).equals("build");
  }

  /** Whoever calls no fixer need not have its command. */
  private static boolean isAboutFixers(List<String> path) {
    return path.getFirst().equals("fixers") || path.getFirst().equals("helpers");
  }

  private static String forms() {
    return "${NAME} with "
        + String.join(", ", new TreeSet<>(PLAIN))
        + ", and ${port:NAME}, ${url:SERVICE}, ${secret:NAME}, ${env:NAME}";
  }

  private static List<String> below(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
