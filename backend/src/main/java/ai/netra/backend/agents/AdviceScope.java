package ai.netra.backend.agents;

import ai.netra.contract.report.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A scene with the rows that it was read from, for the traces of facts. */
record AdviceScope(Scope scope, Scene scene) {

  Ground ground() {
    return scene.ground();
  }

  /** Of the cube, priced at the instant that the run pinned; {@code more} tells what was done. */
  FactSource source(Map<String, Object> more, @Nullable String call) {
    return source("cube", more, call);
  }

  /** Of one of the numbered queries, read off the cube. */
  FactSource source(String query, Map<String, Object> more, @Nullable String call) {
    Map<String, Object> all = new LinkedHashMap<>(new TreeMap<>(more));
    all.put("prices_at", ground().prices().at().toString());
    return scope.source(query, all, scene.rows(), call);
  }
}
