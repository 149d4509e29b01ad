package ai.netra.auth.sessions;

import ai.netra.auth.web.Call;
import java.util.Optional;

/** The cookie of a browser's session: no script reads it, no other site sends it with a form. */
record BrowserCookie(boolean https) {

  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

  private String name() {
    return https ? "__Host-netra_session" : "netra_session";
  }

  Optional<String> of(Call call) {
    return call.cookie(name());
  }

  /** A cookie until the browser is closed; the session in the table ends by itself. */
  String set(String value) {
    return name() + "=" + value + ATTRIBUTES + secure();
  }

  String cleared() {
    return name() + "=; Max-Age=0" + ATTRIBUTES + secure();
  }

  private String secure() {
    return https ? "; Secure" : "";
  }
}
