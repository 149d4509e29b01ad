package ai.netra.backend.agents;

import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.Rows;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Label;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that a tool computes over, open for queries. */
record Scope(UsageQueries queries, DatasetAt dataset, UsageWindow window, Filters filters) {

  Rows rows() {
    return new Rows(window.span(), filters);
  }

  /** The label of what is computed from these rows. */
  Label label() {
    return label(dataset.dataset());
  }

  static Label label(String dataset) {
    return dataset.startsWith("synthetic:") ? Label.SYNTHETIC : Label.REAL;
  }

  /** What a call of a tool shows as its parameters. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = parameters(dataset, window);
    for (Map.Entry<Dimension, String> filter : filters.values().entrySet()) {
      parameters.put(filter.getKey().wireName(), filter.getValue());
    }
    return parameters;
  }

  /** Which rows, before any filter. */
  static Map<String, Object> parameters(DatasetAt dataset, UsageWindow window) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("dataset", dataset.dataset());
    parameters.put("window", words(window));
    return parameters;
  }

  /** From and to, in this order: what is written must be the same bytes on every node. */
  private static Map<String, Object> words(UsageWindow window) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("from", window.from().toString());
    words.put("to", window.to().toString());
    return words;
  }

  /** The trace of a fact that a query gave. */
  FactSource source(
      String query, Map<String, Object> more, long rows, @Nullable String toolCallId) {
    Map<String, Object> parameters = parameters();
    parameters.putAll(new TreeMap<>(more));
    return new FactSource.FromRows(query, parameters, rows, dataset.watermark(), toolCallId);
  }
}
