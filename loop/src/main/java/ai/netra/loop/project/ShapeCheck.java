package ai.netra.loop.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Compares a document with its schema and collects every difference. */
final class ShapeCheck {

  private final Findings findings;

  ShapeCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * Checks a node and what is below it.
   *
   * @param path where it stands, such as {@code suites.e2e}; empty for the root
   */
  void check(Node node, Shape shape, String path) {
    switch (shape) {
      case Shape.Scalar scalar -> checkScalar(node, scalar, path);
      case Shape.Many many -> checkMany(node, many, path);
      case Shape.Named named -> checkNamed(node, named, path);
      case Shape.Fields fields -> checkFields(node, fields, path);
      case Shape.Either either -> checkEither(node, either, path);
    }
  }

  private void checkScalar(Node node, Shape.Scalar scalar, String path) {
    if (!(node instanceof ScalarNode value) || !scalar.accepts().test(value)) {
      refuse(node, scalar, path);
    }
  }

  private void checkMany(Node node, Shape.Many many, String path) {
    if (!(node instanceof SequenceNode list)) {
      refuse(node, many, path);
      return;
    }
    for (int i = 0; i < list.getValue().size(); i++) {
      check(list.getValue().get(i), many.element(), path + "[" + i + "]");
    }
  }

  private void checkNamed(Node node, Shape.Named named, String path) {
    if (!(node instanceof MappingNode map)) {
      refuse(node, named, path);
      return;
    }
    for (NodeTuple pair : uniqueKeys(map, path).values()) {
      check(pair.getValueNode(), named.value(), below(path, keyOf(pair)));
    }
  }

  private void checkFields(Node node, Shape.Fields fields, String path) {
    if (!(node instanceof MappingNode map)) {
      refuse(node, fields, path);
      return;
    }
    Map<String, NodeTuple> pairs = uniqueKeys(map, path);
    pairs.forEach((key, pair) -> checkField(key, pair, fields, path));
    Set<String> missing = new TreeSet<>(fields.required());
    missing.removeAll(pairs.keySet());
    missing.forEach(key -> findings.add(node, "required key '" + key + "' is missing" + in(path)));
  }

  private void checkField(String key, NodeTuple pair, Shape.Fields fields, String path) {
    Shape known = fields.known().get(key);
    if (known != null) {
      check(pair.getValueNode(), known, below(path, key));
      return;
    }
    String proposal = Proposal.sentence(key, fields.known().keySet());
    findings.add(pair.getKeyNode(), "unknown key '" + key + "'" + in(path) + proposal);
  }

  private void checkEither(Node node, Shape.Either either, String path) {
    either.ways().stream()
        .filter(way -> sameKind(node, way))
        .findFirst()
        .ifPresentOrElse(way -> check(node, way, path), () -> refuse(node, either, path));
  }

  private static boolean sameKind(Node node, Shape way) {
    return switch (way) {
      case Shape.Scalar scalar -> node instanceof ScalarNode;
      case Shape.Many many -> node instanceof SequenceNode;
      case Shape.Named named -> node instanceof MappingNode;
      case Shape.Fields fields -> node instanceof MappingNode;
      case Shape.Either either -> false;
    };
  }

  private Map<String, NodeTuple> uniqueKeys(MappingNode map, String path) {
    Map<String, NodeTuple> pairs = new LinkedHashMap<>();
    for (NodeTuple pair : map.getValue()) {
      NodeTuple first = pairs.putIfAbsent(keyOf(pair), pair);
      if (first != null) {
        int line = first.getKeyNode().getStartMark().orElseThrow().getLine() + 1;
        findings.add(
            pair.getKeyNode(),
            "key '" + keyOf(pair) + "' stands twice" + in(path) + "; first in line " + line);
      }
    }
    return pairs;
  }

  private void refuse(Node node, Shape shape, String path) {
    String where = path.isEmpty() ? "the file" : path;
    findings.add(node, where + ": " + shape.expected() + " is required, got " + seen(node, shape));
  }

  private static String seen(Node node, Shape shape) {
    return switch (node) {
      case ScalarNode scalar when shape instanceof Shape.Scalar wanted && wanted.masked() ->
          "a text of " + scalar.getValue().length() + " characters";
      case ScalarNode scalar when scalar.getValue().isEmpty() -> "nothing";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      case SequenceNode list -> "a list";
      default -> "a map";
    };
  }

  static String keyOf(NodeTuple pair) {
    return pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String in(String path) {
    return path.isEmpty() ? "" : " in " + path;
  }
}
