package ai.netra.backend.edge;

import ai.netra.contract.legacy.Legacy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps what old clients send over HTTP to canonical names before anything else sees it. */
final class LegacyRoutes {

  private final Legacy legacy;

  LegacyRoutes(Legacy legacy) {
    this.legacy = legacy;
  }

  String canonical(String path) {
    return legacy.paths().getOrDefault(path, path);
  }

  /** PUT of one thread is PATCH. */
  String canonicalMethod(String method, String path) {
    boolean thread = path.matches("/api/threads/[^/]+");
    return method.equals("PUT") && thread ? "PATCH" : method;
  }

  /** The fields of a body, with canonical names beside the old ones. */
  Map<String, Object> canonicalFields(String path, Map<String, Object> body) {
    Map<String, Object> fields = new LinkedHashMap<>(body);
    FieldNames.complete(fields, legacy.fields());
    FieldNames.complete(fields, legacy.httpFields());
    if (path.equals("/api/agents/stop")) {
      FieldNames.complete(fields, legacy.stopFields());
    }
    return fields;
  }
}
