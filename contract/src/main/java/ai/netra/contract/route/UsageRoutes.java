package ai.netra.contract.route;

import java.util.List;

/** Routes of usage data: imports, sums, data sets. */
final class UsageRoutes {

  private static final String READ = "read";
  private static final String JSON = "application/json";
  private static final long UPLOAD_BYTES = 500L * 1024 * 1024;
  private static final List<String> FILES =
      List.of("text/csv", "application/x-ndjson", "multipart/form-data");

  static final List<Route> ALL =
      List.of(
          new Route(
              "POST",
              "/api/usage/imports",
              Level.REQUIRED,
              "usage:import",
              RateClass.DEFAULT,
              FILES,
              List.of(JSON),
              UPLOAD_BYTES,
              "Import a file of usage data; the plan limits its bytes and rows"),
          get("/api/usage/imports", "Imports, newest first"),
          get("/api/usage/imports/{id}", "An import with its counts"),
          get("/api/usage/imports/{id}/errors", "Rows that an import rejected"),
          delete("/api/usage/imports/{id}", "write", 0, "Take the rows of an import out again"),
          get("/api/usage/summary", "Sums of a window, by group and bucket"),
          get("/api/usage/records", "Rows of a window"),
          delete("/api/usage", "write", 4096, "Delete rows of a window, or all"),
          get("/api/usage/datasets", "Data sets of the caller"),
          get("/api/usage/datasets/{name}", "A data set of the caller"));

  private UsageRoutes() {}

  private static Route get(String path, String summary) {
    return new Route(
        "GET", path, Level.REQUIRED, READ, RateClass.DEFAULT, List.of(), List.of(JSON), 0, summary);
  }

  private static Route delete(String path, String right, long bytes, String summary) {
    List<String> consumes = bytes == 0 ? List.of() : List.of(JSON);
    return new Route(
        "DELETE",
        path,
        Level.REQUIRED,
        right,
        RateClass.DEFAULT,
        consumes,
        List.of(JSON),
        bytes,
        summary);
  }
}
