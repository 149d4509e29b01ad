package ai.netra.e2e.support;

import java.net.URI;
import java.time.Duration;

/** Where the platform under test is, from the variables that the loop sets. */
public final class Platform {

  /** How long anything that the platform owes may take before a test gives up. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private Platform() {}

  public static URI auth() {
    return URI.create(variable("E2E_AUTH_URL"));
  }

  public static URI backend() {
    return URI.create(variable("E2E_BACKEND_URL"));
  }

  static String testKey() {
    return variable("E2E_KEY");
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + ": not set; run this suite with ./netra loop");
    }
    return value;
  }
}
