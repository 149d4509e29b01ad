package ai.netra.loop.project;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads values out of a node whose shape was checked; an absent node reads as an empty one. */
record Section(@Nullable Node node) {

  /** The value of a key; absent where the key is. */
  Section get(String key) {
    return fields().getOrDefault(key, new Section(null));
  }

  /** The node, which must be there. */
  Node required() {
    return Objects.requireNonNull(node, "a section that was checked to be present");
  }

  boolean isPresent() {
    return node != null;
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The values by key, in the order of the file. */
  Map<String, Section> fields() {
    Map<String, Section> fields = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      for (NodeTuple pair : map.getValue()) {
        fields.put(ShapeCheck.keyOf(pair), new Section(pair.getValueNode()));
      }
    }
    return fields;
  }

  /** The elements of a list. */
  List<Section> elements() {
    List<Section> elements = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(element -> elements.add(new Section(element)));
    }
    return elements;
  }

  Optional<String> text() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  String text(String otherwise) {
    return text().orElse(otherwise);
  }

  int number(int otherwise) {
    return text().map(Integer::parseInt).orElse(otherwise);
  }

  Duration duration(Duration otherwise) {
    return text().map(Section::toDuration).orElse(otherwise);
  }

  List<String> texts() {
    return elements().stream().map(element -> element.text("")).toList();
  }

  Map<String, String> textsByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields().forEach((name, value) -> texts.put(name, value.text("")));
    return Collections.unmodifiableMap(texts);
  }

  Map<String, URI> urls() {
    Map<String, URI> urls = new LinkedHashMap<>();
    fields().forEach((name, value) -> urls.put(name, URI.create(value.text(""))));
    return urls;
  }

  private static Duration toDuration(String text) {
    String unit = text.replaceFirst("[0-9]+", "");
    long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> throw new IllegalArgumentException("duration: an unknown unit in '" + text + "'");
    };
  }
}
