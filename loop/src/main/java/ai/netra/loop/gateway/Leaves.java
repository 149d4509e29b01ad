package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes leaves of a JSON text to another value of their type; {@code null}, which has no other,
 * stays. An array or object that is empty is a leaf too and gets something. Of what is no JSON each
 * letter and digit is a leaf and becomes the next one.
 */
final class Leaves {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final String MORE = "~";
  private static final String BYTE = "byte ";

  private Leaves() {}

  /** Every leaf is another. */
  static byte[] changed(byte[] body) {
    JsonNode tree = read(body);
    return tree.isMissingNode()
        ? nextOnes(body)
        : JSON.writeValueAsBytes(changed(tree, "", _ -> true));
  }

  /** The place of one leaf, which the seed decides; empty where there is none. */
  static String chosen(byte[] body, long seed) {
    List<String> places = places(body);
    return places.isEmpty() ? "" : places.get((int) Long.remainderUnsigned(seed, places.size()));
  }

  /** The leaf at this place is another. */
  static byte[] changed(byte[] body, String place) {
    JsonNode tree = read(body);
    if (!tree.isMissingNode()) {
      return JSON.writeValueAsBytes(changed(tree, "", place::equals));
    }
    byte[] changed = body.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] = place.equals(BYTE + i) ? next(changed[i]) : changed[i];
    }
    return changed;
  }

  private static List<String> places(byte[] body) {
    List<String> places = new ArrayList<>();
    JsonNode tree = read(body);
    if (tree.isMissingNode()) {
      for (int i = 0; i < body.length; i++) {
        if (next(body[i]) != body[i]) {
          places.add(BYTE + i);
        }
      }
      return places;
    }
    changed(
        tree,
        "",
        place -> {
          places.add(place);
          return false;
        });
    return places;
  }

  /** Missing for what is no JSON. */
  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException noJson) {
      return MAKE.missingNode();
    }
  }

  private static JsonNode changed(JsonNode node, String place, Predicate<String> wanted) {
    if (node.isContainer() && !node.isEmpty()) {
      return node instanceof ObjectNode object
          ? changed(object, place, wanted)
          : changed((ArrayNode) node, place, wanted);
    }
    return node.isNull() || !wanted.test(place) ? node : leaf(node);
  }

  private static JsonNode changed(ObjectNode object, String place, Predicate<String> wanted) {
    ObjectNode changed = MAKE.objectNode();
    object
        .properties()
        .forEach(
            it ->
                changed.set(
                    it.getKey(), changed(it.getValue(), place + "/" + it.getKey(), wanted)));
    return changed;
  }

  private static JsonNode changed(ArrayNode array, String place, Predicate<String> wanted) {
    ArrayNode changed = MAKE.arrayNode();
    for (int i = 0; i < array.size(); i++) {
      changed.add(changed(array.get(i), place + "/" + i, wanted));
    }
    return changed;
  }

  private static JsonNode leaf(JsonNode leaf) {
    if (leaf.isString()) {
      return MAKE.stringNode(changed(leaf.stringValue()));
    }
    if (leaf.isBoolean()) {
      return MAKE.booleanNode(!leaf.booleanValue());
    }
    if (leaf.isNumber()) {
      return MAKE.numberNode(leaf.decimalValue().add(BigDecimal.ONE));
    }
    return leaf.isArray() ? MAKE.arrayNode().add(MORE) : MAKE.objectNode().put(MORE, MORE);
  }

  /** So that no part of it is left that a test could look for. */
  private static String changed(String text) {
    String changed = new String(nextOnes(text.getBytes(UTF_8)), UTF_8);
    return changed.equals(text) ? text + MORE : changed;
  }

  private static byte[] nextOnes(byte[] text) {
    byte[] changed = text.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] = next(changed[i]);
    }
    return changed;
  }

  private static byte next(byte one) {
    return switch (one) {
      case 'z' -> 'a';
      case 'Z' -> 'A';
      case '9' -> '0';
      default -> (byte) (Character.isLetterOrDigit(one) && one > 0 ? one + 1 : one);
    };
  }
}
