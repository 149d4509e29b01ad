package ai.netra.auth.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every answer has, from whatever layer. */
final class SecurityHeaders {

  private static final String CONTENT =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
          + " payment=(), usb=()";

  private final Map<String, String> all = new LinkedHashMap<>();

  SecurityHeaders(String revision, boolean https) {
    all.put("X-Netra-Revision", revision);
    all.put("X-Content-Type-Options", "nosniff");
    all.put("X-Frame-Options", "DENY");
    all.put("Referrer-Policy", "no-referrer");
    all.put("Permissions-Policy", PERMISSIONS);
    all.put("Cross-Origin-Opener-Policy", "same-origin");
    all.put("Content-Security-Policy", CONTENT);
    all.put("Vary", "Origin");
    if (https) {
      all.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  Map<String, String> all() {
    return all;
  }
}
