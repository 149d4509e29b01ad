package ai.netra.backend.reports;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.Times;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.report.ShareLink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links that open one report without a token, until they are over or ended. */
@RestController
final class ShareController {

  private static final Duration OPEN = Duration.ofDays(7);
  private static final String PATH = "/shared/reports/";
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final JdbcReports reports;
  private final ShareTokens tokens;
  private final URI service;
  private final Clock clock;

  /**
   * @param service the public address that links begin with
   */
  ShareController(JdbcReports reports, ShareTokens tokens, URI service, Clock clock) {
    this.reports = reports;
    this.tokens = tokens;
    this.service = service;
    this.clock = clock;
  }

  @PostMapping("/api/reports/{id}/share")
  ResponseEntity<ShareLink> share(Caller caller, @PathVariable("id") String id) {
    Instant until = clock.instant().plus(OPEN);
    String token = tokens.of(id, until);
    reports.share(caller.user(), id, ShareTokens.hash(token), until);
    URI link = service.resolve(PATH + token);
    return ResponseEntity.created(link).body(new ShareLink(link.toString(), Times.text(until)));
  }

  @DeleteMapping("/api/reports/{id}/share")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Caller caller, @PathVariable("id") String id) {
    reports.endShare(caller.user(), id);
  }

  /** Nothing tells a link that never was from one that is over. */
  @GetMapping(PATH + "{token}")
  ResponseEntity<String> open(@PathVariable("token") String token) {
    String body =
        tokens
            .report(token, clock.instant())
            .flatMap(id -> reports.shared(id, ShareTokens.hash(token)))
            .orElseThrow(
                () ->
                    new Refused(
                        ErrorCode.NOT_FOUND,
                        "link: one that is open, got one that is not",
                        Map.of("resource", "share")));
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", HtmlExport.POLICY)
        .header("X-Robots-Tag", "noindex")
        .body(HtmlExport.of(ReportJson.read(body)));
  }
}
