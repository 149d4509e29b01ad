package ai.netra.contract.document;

import ai.netra.contract.error.ErrorBody;
import ai.netra.contract.route.Level;
import ai.netra.contract.route.Route;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.json.JsonMapper;

/** Generates an OpenAPI 3.1 document of one service from its routes and their bodies. */
final class OpenApi {

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private final Schemas schemas = new Schemas();
  private final Bodies bodies;

  private OpenApi(Bodies bodies) {
    this.bodies = bodies;
  }

  /** The document as YAML. */
  static String yaml(String title, List<Route> routes, Bodies bodies) {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(120).build();
    return new Dump(settings).dumpToString(plain(new OpenApi(bodies).document(title, routes)));
  }

  private Map<String, Object> document(String title, List<Route> routes) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", ordered("title", title, "version", "1.0.0"));
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  private Map<String, Object> components() {
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas.definitions());
    components.put(
        "securitySchemes",
        Map.of("bearer", ordered("type", "http", "scheme", "bearer", "bearerFormat", "JWT")));
    return components;
  }

  private Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", route.summary());
    List<Object> parameters = parameters(route);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (route.level() != Level.PUBLIC) {
      operation.put("security", List.of(Map.of("bearer", List.of())));
    }
    bodies
        .request(route.name())
        .ifPresent(
            type ->
                operation.put(
                    "requestBody", Map.of("content", content(route.consumes(), reference(type)))));
    operation.put("responses", responses(route));
    return operation;
  }

  private static List<Object> parameters(Route route) {
    List<Object> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(route.path());
    while (matcher.find()) {
      parameters.add(
          ordered(
              "name",
              matcher.group(1),
              "in",
              "path",
              "required",
              true,
              "schema",
              Map.of("type", "string")));
    }
    return parameters;
  }

  private Map<String, Object> responses(Route route) {
    Map<String, Object> responses = new LinkedHashMap<>();
    put(responses, bodies.answer(route.name()), route);
    bodies.other(route.name()).ifPresent(other -> put(responses, other, route));
    responses.put(
        "default",
        ordered(
            "description",
            "refused",
            "content",
            content(List.of("application/json"), reference(ErrorBody.class))));
    return responses;
  }

  private void put(Map<String, Object> responses, Bodies.Answered answered, Route route) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("description", answered.description());
    answered
        .body()
        .ifPresent(type -> response.put("content", content(route.produces(), reference(type))));
    responses.put(Integer.toString(answered.status()), response);
  }

  /** A node that the schema builder fills in when the definitions are collected. */
  private Object reference(Type type) {
    return schemas.reference(type);
  }

  private static Map<String, Object> content(List<String> types, Object schema) {
    Map<String, Object> content = new LinkedHashMap<>();
    types.forEach(type -> content.put(type, Map.of("schema", schema)));
    return content;
  }

  private static Object plain(Object value) {
    return JsonMapper.shared().convertValue(value, Object.class);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
