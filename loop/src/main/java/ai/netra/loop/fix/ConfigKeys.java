package ai.netra.loop.fix;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where a key stands in a text, found by its path, and the text with that place changed. */
final class ConfigKeys {

  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  private final String text;
  private final String name;
  private final Optional<MappingNode> map;

  /** The names of a service and of its maps hold no dot; the last name may. */
  ConfigKeys(String text, String path) {
    List<String> names = List.of(path.split("\\.", 4));
    this.text = text;
    this.name = names.getLast();
    this.map = map(new Compose(SETTINGS).composeString(text), names);
  }

  private static Optional<MappingNode> map(Optional<Node> root, List<String> names) {
    Optional<Node> place = root;
    for (String step : names.subList(0, names.size() - 1)) {
      place = place.flatMap(node -> entry(node, step)).map(NodeTuple::getValueNode);
    }
    return place.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private static Optional<NodeTuple> entry(Node node, String name) {
    return node instanceof MappingNode map
        ? map.getValue().stream().filter(it -> isCalled(it, name)).findFirst()
        : Optional.empty();
  }

  private static boolean isCalled(NodeTuple entry, String name) {
    return entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }

  /** The entry; empty where there is none. */
  Optional<NodeTuple> entry() {
    return map.flatMap(it -> entry(it, name));
  }

  /** The text of the entry's value; empty where it goes over lines of its own. */
  Optional<String> value() {
    return entry()
        .filter(ConfigKeys::isInline)
        .map(it -> text.substring(start(it.getValueNode()), end(it.getValueNode())));
  }

  /** The text of the entry. */
  Optional<String> written() {
    return entry()
        .filter(ConfigKeys::isInline)
        .map(it -> text.substring(start(it.getKeyNode()), end(it.getValueNode())));
  }

  private static boolean isInline(NodeTuple entry) {
    return !(entry.getValueNode() instanceof CollectionNode<?> value)
        || value.getFlowStyle() == FlowStyle.FLOW;
  }

  /** The text with another value of the entry. */
  Optional<String> valued(String value) {
    return entry()
        .filter(ConfigKeys::isInline)
        .map(it -> spliced(start(it.getValueNode()), end(it.getValueNode()), value));
  }

  /** The text without the entry. */
  Optional<String> removed() {
    return entry().filter(ConfigKeys::isInline).flatMap(this::without);
  }

  private Optional<String> without(NodeTuple entry) {
    int start = start(entry.getKeyNode());
    int end = end(entry.getValueNode());
    if (map.orElseThrow().getFlowStyle() != FlowStyle.FLOW) {
      return Optional.of(spliced(text.lastIndexOf('\n', start) + 1, lineEnd(end), ""));
    }
    int next = afterBlank(end);
    if (text.charAt(next) == ',') {
      return Optional.of(spliced(start, afterBlank(next + 1), ""));
    }
    int last = text.lastIndexOf(',', start);
    boolean first = last < start(map.orElseThrow());
    return Optional.of(spliced(first ? start : last, end, ""));
  }

  /** The text with an entry more, after the last one. */
  Optional<String> added(String entry) {
    return map.filter(it -> !it.getValue().isEmpty()).flatMap(it -> after(it, entry));
  }

  private Optional<String> after(MappingNode map, String entry) {
    NodeTuple last = map.getValue().getLast();
    int end = end(last.getValueNode());
    if (map.getFlowStyle() == FlowStyle.FLOW) {
      return Optional.of(spliced(end, end, ", " + entry));
    }
    if (!isInline(last)) {
      return Optional.empty();
    }
    int start = start(last.getKeyNode());
    String indent = text.substring(text.lastIndexOf('\n', start) + 1, start);
    return Optional.of(spliced(lineEnd(end), lineEnd(end), indent + entry + "\n"));
  }

  private String spliced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }

  private int afterBlank(int from) {
    int place = from;
    while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
      place++;
    }
    return place;
  }

  /** Behind the line's end. */
  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private int start(Node node) {
    return place(node.getStartMark().orElseThrow());
  }

  private int end(Node node) {
    return place(node.getEndMark().orElseThrow());
  }

  /** The parser counts characters as people do, not as Java does. */
  private int place(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
