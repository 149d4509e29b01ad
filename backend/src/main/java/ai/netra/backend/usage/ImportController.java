package ai.netra.backend.usage;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.contract.list.Page;
import ai.netra.contract.usage.ImportView;
import ai.netra.contract.usage.RowError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP. */
@RestController
final class ImportController {

  private static final List<String> STATES = List.of("received", "reading", "completed", "failed");

  private final Imports imports;
  private final Uploads uploads;

  ImportController(Imports imports, Uploads uploads) {
    this.imports = imports;
    this.uploads = uploads;
  }

  @PostMapping("/api/usage/imports")
  ResponseEntity<ImportView> take(
      Caller caller,
      Query query,
      @RequestHeader("Content-Type") @Nullable String contentType,
      @RequestHeader(name = "Content-Encoding", required = false) @Nullable String encoding,
      InputStream body)
      throws IOException {
    Fields fields = query.fields();
    String dataset = UsageQuestion.dataset(fields);
    if (dataset.startsWith("synthetic:")) {
      fields.violation("dataset", UsageQuestion.DATASET_RULE, dataset);
    }
    ImportParameters parameters = ImportParameters.of(fields);
    fields.check();
    try (Uploads.Kept kept = uploads.keep(body, contentType, encoding)) {
      ImportOptions options = parameters.options(kept.format(), kept.gzip());
      Imports.Taken taken = imports.take(caller.user(), dataset, options, kept.file());
      HttpStatus status = taken.known() ? HttpStatus.OK : HttpStatus.ACCEPTED;
      return ResponseEntity.status(status)
          .location(URI.create("/api/usage/imports/" + taken.view().id()))
          .body(taken.view());
    }
  }

  @GetMapping("/api/usage/imports")
  Page<ImportView> list(Caller caller, Query query) {
    Fields fields = query.fields();
    String dataset =
        fields.optionalMatch("dataset", UsageQuestion.DATASET, UsageQuestion.DATASET_RULE);
    String state = fields.optionalChoice("state", STATES);
    int limit = (int) fields.integer("limit", 1, 100, 20);
    long before = KeyToken.read(fields, Long.MAX_VALUE)[0];
    fields.check();
    return imports.list(caller.user(), new ImportRows.Listing(dataset, state, before, limit));
  }

  @GetMapping("/api/usage/imports/{id}")
  ImportView get(Caller caller, @PathVariable("id") String id) {
    return imports.view(imports.row(caller.user(), id), false);
  }

  @GetMapping("/api/usage/imports/{id}/errors")
  Page<RowError> errors(Caller caller, @PathVariable("id") String id, Query query) {
    Fields fields = query.fields();
    int limit = (int) fields.integer("limit", 1, 100, 20);
    long after = KeyToken.read(fields, 0)[0];
    fields.check();
    return imports.errors(caller.user(), id, after, limit);
  }

  @DeleteMapping("/api/usage/imports/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("id") String id) {
    imports.delete(caller.user(), id);
  }
}
