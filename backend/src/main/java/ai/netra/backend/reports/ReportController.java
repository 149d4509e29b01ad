package ai.netra.backend.reports;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.reports.JdbcReports.Kept;
import ai.netra.backend.reports.JdbcReports.Listing;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.contract.list.Page;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
final class ReportController {

  private final JdbcReports reports;

  ReportController(JdbcReports reports) {
    this.reports = reports;
  }

  /** A report as it is kept: its numbers are sent with the digits that they were written with. */
  record Raw(@JsonValue @JsonRawValue String json) {}

  @GetMapping("/api/reports")
  Page<Raw> list(Caller caller, Query query) {
    Fields fields = query.fields();
    Listing listing =
        new Listing(
            fields.optionalText("thread_id", 1, 128),
            fields.optionalChoice("kind", List.of("full", "partial", "guidance")),
            fields.optionalText("page_token", 1, 128),
            (int) fields.integer("limit", 1, 100, 20));
    fields.check();
    List<Kept> found = reports.list(caller.user(), listing);
    boolean more = found.size() > listing.limit();
    List<Kept> shown = more ? found.subList(0, listing.limit()) : found;
    return new Page<>(
        shown.stream().map(kept -> new Raw(ReportJson.withoutSections(kept.body()))).toList(),
        more,
        more ? shown.getLast().place().token() : null);
  }

  @GetMapping("/api/reports/{id}")
  Raw get(Caller caller, @PathVariable("id") String id) {
    return new Raw(reports.body(caller.user(), id));
  }

  @GetMapping("/api/reports/{id}/export")
  ResponseEntity<byte[]> export(Caller caller, @PathVariable("id") String id, Query query) {
    Fields fields = query.fields();
    String name = fields.choice("format", ExportFormat.names(), "json");
    fields.check();
    ExportFormat format = ExportFormat.named(name);
    String body = reports.body(caller.user(), id);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(id, format.ending()))
        .body(format.file(body));
  }

  @DeleteMapping("/api/reports/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("id") String id) {
    reports.delete(caller.user(), id);
  }
}
