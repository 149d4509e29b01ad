package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker tells. */
sealed interface WorkerEvent {

  /** A test's thread waits to begin a phase. */
  record Edge(Phase phase) implements WorkerEvent {}

  /** An invocation of the test, or a container around it, ended. */
  record Invocation(
      String id,
      String name,
      Status status,
      @Nullable String error,
      @Nullable String message,
      @Nullable String stack)
      implements WorkerEvent {}

  /** Where the test stood when it was interrupted. */
  record Stack(String text) implements WorkerEvent {}

  /** The launcher call returned; so many checks were executed. */
  record Finished(int checks) implements WorkerEvent {}

  /** A discovered test; type and method are null where the engine does not tell. */
  record Found(
      String id, String claim, @Nullable String type, @Nullable String method, List<String> tags)
      implements WorkerEvent {}

  /** All tests were told. */
  record Discovered() implements WorkerEvent {}

  /** The suite cannot be discovered. */
  record Refused(String message) implements WorkerEvent {}

  /** All stacks are printed. */
  record Dumped() implements WorkerEvent {}

  /** The worker's end: its socket closed. */
  record Gone() implements WorkerEvent {}

  /**
   * Reads a worker's line.
   *
   * @throws SuiteFailure when it is none of these
   */
  static WorkerEvent of(Map<String, String> fields) {
    return switch (need(fields, "is")) {
      case "edge" -> new Edge(Phase.valueOf(need(fields, "phase")));
      case "invocation" -> invocation(fields);
      case "stack" -> new Stack(need(fields, "text"));
      case "finished" -> new Finished(Integer.parseInt(need(fields, "checks")));
      case "test" -> found(fields);
      case "discovered" -> new Discovered();
      case "refused" -> new Refused(need(fields, "message"));
      case "dumped" -> new Dumped();
      default -> throw new SuiteFailure("a worker said what no worker says: " + fields);
    };
  }

  private static WorkerEvent invocation(Map<String, String> fields) {
    return new Invocation(
        need(fields, "id"),
        need(fields, "name"),
        Status.valueOf(need(fields, "status")),
        fields.get("error"),
        fields.get("message"),
        fields.get("stack"));
  }

  private static WorkerEvent found(Map<String, String> fields) {
    String tags = need(fields, "tags");
    return new Found(
        need(fields, "id"),
        need(fields, "claim"),
        fields.get("type"),
        fields.get("method"),
        tags.isEmpty() ? List.of() : Arrays.asList(tags.split("\n", -1)));
  }

  private static String need(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new SuiteFailure("a worker's line needs '" + name + "', this has " + fields);
    }
    return value;
  }
}
