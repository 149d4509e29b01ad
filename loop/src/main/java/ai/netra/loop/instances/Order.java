package ai.netra.loop.instances;

import ai.netra.loop.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The order of an instance.
 *
 * @param env variables over the declared ones; null takes one away
 * @param copy whether it begins with a copy of the deployed service's data
 * @param ownNeeds whether what it needs gets own instances too
 * @param waits whether the answer waits until it is ready
 * @param text as it was sent
 */
record Order(
    String service,
    Map<String, Optional<String>> env,
    boolean copy,
    boolean ownNeeds,
    boolean waits,
    String text) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> KEYS = Set.of("service", "env", "data", "needs", "wait");

  /**
   * Reads an order.
   *
   * @throws Refusal 400 with everything that is wrong with it
   */
  static Order parse(String text, Project project) {
    JsonNode node = read(text);
    List<String> problems = new ArrayList<>();
    node.propertyNames().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> problems.add("unknown key '" + key + "', known are " + KEYS));
    String service = node.path("service").asString("");
    if (!project.services().containsKey(service)) {
      problems.add("service: one of " + project.services().keySet() + ", got '" + service + "'");
    }
    boolean copy = choice(node, "data", List.of("fresh", "copy"), problems);
    boolean own = choice(node, "needs", List.of("shared", "own"), problems);
    Map<String, Optional<String>> env = env(node.path("env"), problems);
    if (!problems.isEmpty()) {
      throw new Refusal(400, String.join("; ", problems));
    }
    return new Order(service, env, copy, own, node.path("wait").asBoolean(true), text);
  }

  private static JsonNode read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new Refusal(400, "an order is a JSON object: " + e.getOriginalMessage());
    }
    throw new Refusal(400, "an order is a JSON object, got " + text);
  }

  /** Whether the second word stands there; the first is what holds without any. */
  private static boolean choice(
      JsonNode node, String key, List<String> words, List<String> problems) {
    String word = node.path(key).asString(words.getFirst());
    if (!words.contains(word)) {
      problems.add(key + ": one of " + words + ", got '" + word + "'");
    }
    return word.equals(words.getLast());
  }

  private static Map<String, Optional<String>> env(JsonNode node, List<String> problems) {
    Map<String, Optional<String>> env = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> variable : node.properties()) {
      JsonNode value = variable.getValue();
      if (value.isContainer()) {
        problems.add("env." + variable.getKey() + ": a text or null, got " + value);
      }
      env.put(
          variable.getKey(), value.isNull() ? Optional.empty() : Optional.of(value.asString("")));
    }
    return env;
  }
}
