package ai.netra.backend.edge;

import ai.netra.contract.legacy.Legacy;

/** Maps paths and methods of old clients to the canonical ones before anything else sees them. */
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
}
