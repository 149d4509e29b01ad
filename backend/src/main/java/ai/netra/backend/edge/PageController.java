package ai.netra.backend.edge;

import ai.netra.backend.service.Refused;
import ai.netra.backend.service.ServiceFacts;
import ai.netra.contract.error.ErrorCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the page for people: files of the artifact, asked for again with each build. */
@RestController
final class PageController {

  private static final MediaType CSS = MediaType.valueOf("text/css");
  private static final MediaType JAVASCRIPT = MediaType.valueOf("text/javascript");
  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final PageFiles files;
  private final String revision;
  private final String policy;

  PageController(ServiceFacts facts) {
    this.files = PageFiles.read();
    this.revision = facts.build().revision();
    this.policy = policy(origin(URI.create(facts.socketUrl())), facts.issuer());
  }

  private static String policy(String sockets, URI issuer) {
    return """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
        connect-src 'self' %s %s; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"""
        .formatted(sockets, issuer);
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @GetMapping({"/", "/callback"})
  ResponseEntity<String> page() {
    return answer(MediaType.TEXT_HTML, files.page());
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    String part = files.parts().get(name);
    if (part == null) {
      throw new Refused(
          ErrorCode.NOT_FOUND, "part: one of the page is expected", Map.of("resource", "part"));
    }
    return answer(type(name), part);
  }

  private static MediaType type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> CSS;
      case "svg" -> SVG;
      default -> JAVASCRIPT;
    };
  }

  private ResponseEntity<String> answer(MediaType type, String body) {
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .eTag(revision)
        .header("Content-Security-Policy", policy)
        .body(body);
  }
}
