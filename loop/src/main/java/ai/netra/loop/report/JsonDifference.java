package ai.netra.loop.report;

import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Finds where two JSON documents differ. */
final class JsonDifference {

  private static final int SHOWN = 80;

  private JsonDifference() {}

  /** The first difference, in words with its place; empty where the documents are equal. */
  static Optional<String> first(JsonNode derived, JsonNode claimed) {
    return at("", derived, claimed);
  }

  private static Optional<String> at(String place, JsonNode derived, JsonNode claimed) {
    if (derived.isObject() && claimed.isObject()) {
      return inObject(place, derived, claimed);
    }
    if (derived.isArray() && claimed.isArray() && derived.size() == claimed.size()) {
      return inArray(place, derived, claimed);
    }
    return derived.equals(claimed)
        ? Optional.empty()
        : Optional.of(
            "%s: says %s, the records give %s"
                .formatted(place.isEmpty() ? "/" : place, shown(claimed), shown(derived)));
  }

  private static Optional<String> inObject(String place, JsonNode derived, JsonNode claimed) {
    TreeSet<String> names = new TreeSet<>(derived.propertyNames());
    names.addAll(claimed.propertyNames());
    return names.stream()
        .flatMap(it -> at(place + "/" + it, derived.path(it), claimed.path(it)).stream())
        .findFirst();
  }

  private static Optional<String> inArray(String place, JsonNode derived, JsonNode claimed) {
    for (int i = 0; i < derived.size(); i++) {
      Optional<String> difference = at(place + "/" + i, derived.get(i), claimed.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "nothing";
    }
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
