package ai.netra.backend.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object of a catalogue file, whose getters collect findings instead of throwing. */
record Entry(String place, JsonNode node, List<String> findings) {

  /** An object inside it. */
  Entry below(String field, JsonNode value) {
    return new Entry(place + "." + field, value, findings);
  }

  String text(String field) {
    JsonNode value = node.path(field);
    if (value.isString() && !value.asString().isBlank()) {
      return value.asString();
    }
    findings.add("%s.%s: a text, got %s".formatted(place, field, shown(value)));
    return "";
  }

  @Nullable String optionalText(String field) {
    return absent(field) ? null : text(field);
  }

  long number(String field) {
    if (absent(field)) {
      return 0;
    }
    JsonNode value = node.path(field);
    if (value.isIntegralNumber() && value.asLong() >= 0) {
      return value.asLong();
    }
    findings.add("%s.%s: an integer from 0, got %s".formatted(place, field, shown(value)));
    return 0;
  }

  @Nullable BigDecimal decimal(String field) {
    if (absent(field)) {
      return null;
    }
    JsonNode value = node.path(field);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    findings.add("%s.%s: a number, got %s".formatted(place, field, shown(value)));
    return null;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : absent(field) ? List.<JsonNode>of() : list(field)) {
      if (item.isString()) {
        texts.add(item.asString());
      } else {
        findings.add("%s.%s: a list of texts, got %s".formatted(place, field, shown(item)));
      }
    }
    return texts;
  }

  List<JsonNode> list(String field) {
    JsonNode value = node.path(field);
    if (value.isArray()) {
      return List.copyOf(value.values());
    }
    findings.add("%s.%s: a list, got %s".formatted(place, field, shown(value)));
    return List.of();
  }

  boolean absent(String field) {
    return node.path(field).isMissingNode() || node.path(field).isNull();
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() > 100 ? text.substring(0, 100) : text;
  }
}
