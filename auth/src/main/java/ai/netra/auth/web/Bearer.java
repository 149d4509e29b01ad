package ai.netra.auth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code Authorization: Bearer}; no cookie and no query parameter is ever a credential. */
final class Bearer {

  private static final String SCHEME = "bearer ";

  private Bearer() {}

  /** The token, blank ones included; nothing where the header is absent or of another scheme. */
  static Optional<String> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return Optional.of(header.substring(SCHEME.length()).strip());
  }
}
