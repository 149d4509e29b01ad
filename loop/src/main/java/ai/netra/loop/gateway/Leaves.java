package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes every leaf of a JSON text to another value of its type; {@code null}, which has no other,
 * stays. Of what is no JSON each letter and digit becomes the next one.
 */
final class Leaves {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private Leaves() {}

  static byte[] changed(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree.isMissingNode() ? nextOnes(body) : JSON.writeValueAsBytes(changed(tree));
    } catch (JacksonException noJson) {
      return nextOnes(body);
    }
  }

  private static JsonNode changed(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode changed = MAKE.objectNode();
        object.properties().forEach(it -> changed.set(it.getKey(), changed(it.getValue())));
        yield changed;
      }
      case ArrayNode array -> {
        ArrayNode changed = MAKE.arrayNode();
        array.forEach(it -> changed.add(changed(it)));
        yield changed;
      }
      case JsonNode leaf -> leaf(leaf);
    };
  }

  private static JsonNode leaf(JsonNode leaf) {
    if (leaf.isString()) {
      return MAKE.stringNode(changed(leaf.stringValue()));
    }
    if (leaf.isBoolean()) {
      return MAKE.booleanNode(!leaf.booleanValue());
    }
    return leaf.isNumber() ? MAKE.numberNode(leaf.decimalValue().add(BigDecimal.ONE)) : leaf;
  }

  /** So that no part of it is left that a test could look for. */
  private static String changed(String text) {
    String changed = new String(nextOnes(text.getBytes(UTF_8)), UTF_8);
    return changed.equals(text) ? text + "~" : changed;
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
