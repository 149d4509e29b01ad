package ai.netra.loop.review;

import ai.netra.loop.project.Project.Mirror;
import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** V12: something is defined once more, that stands elsewhere already. */
record FactDuplicated() implements Rule {

  private static final int COST = 10;
  private static final int CAP = 30;

  @Override
  public String name() {
    return "V12";
  }

  @Override
  public int cap() {
    return CAP;
  }

  @Override
  public boolean judgesTrees() {
    return true;
  }

  /** A fact and the file that defines it. */
  private record Place(String path, Fact fact) {}

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    Tree now = new Tree(material, material.candidate());
    Tree then = new Tree(material, material.base());
    Set<Fact> told = new HashSet<>();
    material
        .standing()
        .filter(file -> now.defines(file.path()))
        .forEach(
            file ->
                added(material, file)
                    .forEach(
                        fact ->
                            other(
                                    now,
                                    then,
                                    new Place(file.path(), fact),
                                    material.terms().policy().mirrors())
                                .filter(it -> told.stream().noneMatch(fact::isSame))
                                .ifPresent(
                                    it -> {
                                      told.add(fact);
                                      findings.add(costs(COST, file, fact.line(), words(fact, it)));
                                    })));
    return findings;
  }

  private static String words(Fact fact, Place other) {
    return "the %s '%s' is defined in %s:%d too"
        .formatted(fact.kind(), fact.value(), other.path(), other.fact().line());
  }

  private static List<Fact> added(Material material, ChangedFile file) {
    Set<Integer> fresh =
        material.fresh(file).stream().map(Line::number).collect(Collectors.toSet());
    return Tree.read(file.path(), file.after()).stream()
        .filter(fact -> fresh.contains(fact.line()))
        .toList();
  }

  /** Another place that defines it; none where the base had as many. */
  private static Optional<Place> other(Tree now, Tree then, Place place, List<Mirror> mirrors) {
    List<Place> others = now.places(place.fact());
    if (others.size() < 2 || then.places(place.fact()).size() >= others.size()) {
      return Optional.empty();
    }
    return others.stream()
        .filter(it -> isOther(it, place))
        .filter(it -> mirrors.stream().noneMatch(m -> isMirror(m, it.path(), place.path())))
        .findFirst();
  }

  /** Within one file of settings the same key may stand in several sections. */
  private static boolean isOther(Place one, Place other) {
    if (one.path().equals(other.path())) {
      boolean once = one.path().endsWith(".java") || one.fact().kind().equals(Fact.KEY);
      return once && one.fact().line() != other.fact().line();
    }
    return !one.fact().isOfModule() || module(one.path()).equals(module(other.path()));
  }

  private static String module(String path) {
    return path.substring(0, path.indexOf('/') + 1);
  }

  private static boolean isMirror(Mirror mirror, String one, String other) {
    return (mirror.fact().equals(one) && mirror.copy().equals(other))
        || (mirror.fact().equals(other) && mirror.copy().equals(one));
  }

  /** The facts of the product's files of a tree, read when they may matter. */
  private static final class Tree {

    private final Material material;
    private final Content content;
    private final Map<String, String> normal = new HashMap<>();
    private final Map<String, List<Fact>> known = new HashMap<>();

    Tree(Material material, Content content) {
      this.material = material;
      this.content = content;
      content.paths().stream()
          .filter(this::defines)
          .forEach(path -> content.text(path).ifPresent(it -> normal.put(path, Fact.normal(it))));
    }

    boolean defines(String path) {
      return material.roles().of(path, "") == Role.PRODUCT
          && path.matches(".*\\.(java|sql|ya?ml|properties|env|sh|[cm]?[jt]sx?|py|go|kt)")
          && !path.matches(".*(openapi|asyncapi|lock|schema).*");
    }

    List<Place> places(Fact fact) {
      return normal.keySet().stream()
          .sorted()
          .filter(path -> normal.getOrDefault(path, "").contains(fact.needle()))
          .flatMap(path -> facts(path).stream().filter(fact::isSame).map(it -> new Place(path, it)))
          .toList();
    }

    private List<Fact> facts(String path) {
      return known.computeIfAbsent(path, it -> read(it, content.text(it).orElse("")));
    }

    static List<Fact> read(String path, String text) {
      return path.endsWith(".java")
          ? Syntax.parse(text).map(JavaFacts::of).orElse(List.of())
          : TextFacts.of(path, text);
    }
  }
}
