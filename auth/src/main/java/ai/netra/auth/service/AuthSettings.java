package ai.netra.auth.service;

import ai.netra.contract.config.Configuration;
import ai.netra.contract.config.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checked settings of the service.
 *
 * @param data the folder of what is made once
 * @param database the SQLite file
 * @param webOrigins origins whose pages may call
 * @param e2eKey the key of the test identities' routes; absent: the routes do not exist
 * @param masterKey given, or absent: made once in the data folder
 * @param backendSecret given, or absent: made once in the data folder
 */
public record AuthSettings(
    Environment environment,
    int port,
    URI issuer,
    URI backend,
    Path data,
    Path database,
    Set<String> webOrigins,
    Set<String> trustedProxies,
    boolean openRegistration,
    boolean jsonLogin,
    int passwordMinimum,
    Lifetimes lifetimes,
    Throttling throttling,
    Optional<Secret> e2eKey,
    Optional<Secret> masterKey,
    Optional<Secret> masterKeyPrevious,
    Optional<Secret> backendSecret,
    Optional<String> firstAdmin,
    List<String> differing) {

  public AuthSettings {
    webOrigins = Set.copyOf(webOrigins);
    trustedProxies = Set.copyOf(trustedProxies);
    differing = List.copyOf(differing);
  }

  /** Reads what the contract's rules accepted. */
  static AuthSettings of(Configuration from, Path data, Path database) {
    return new AuthSettings(
        from.environment(),
        (int) from.number("SERVER_PORT"),
        from.url("NETRA_AUTH_ISSUER"),
        from.url("NETRA_BACKEND_URL"),
        data,
        database,
        origins(from),
        Set.copyOf(from.list("NETRA_AUTH_TRUSTED_PROXIES")),
        from.text("NETRA_AUTH_REGISTRATION").equals("open"),
        from.text("NETRA_AUTH_JSON_LOGIN").equals("on"),
        (int) from.number("NETRA_AUTH_PASSWORD_MIN"),
        Lifetimes.of(from.environment(), from.number("NETRA_AUTH_TOKEN_SKEW_SECONDS")),
        Throttling.of(from),
        secret(from, "NETRA_AUTH_E2E_KEY"),
        secret(from, "NETRA_AUTH_MASTER_KEY"),
        secret(from, "NETRA_AUTH_MASTER_KEY_PREVIOUS"),
        secret(from, "NETRA_BACKEND_CLIENT_SECRET"),
        from.optional("NETRA_AUTH_FIRST_ADMIN"),
        from.differing());
  }

  private static Set<String> origins(Configuration from) {
    List<String> origins = from.list("NETRA_AUTH_WEB_ORIGINS");
    return origins.isEmpty() ? Set.of(from.text("NETRA_BACKEND_URL")) : Set.copyOf(origins);
  }

  private static Optional<Secret> secret(Configuration from, String key) {
    return from.optional(key).map(Secret::new);
  }
}
