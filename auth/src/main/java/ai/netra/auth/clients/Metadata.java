package ai.netra.auth.clients;

import ai.netra.contract.auth.Clients;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two discovery documents: what is served, and nothing else. */
final class Metadata {

  private final String issuer;

  Metadata(URI issuer) {
    this.issuer = issuer.toString();
  }

  /** RFC 8414. */
  Map<String, Object> authorizationServer() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer);
    document.put("token_endpoint", issuer + "/oauth2/token");
    document.put("jwks_uri", issuer + "/oauth2/jwks");
    document.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
    document.put("grant_types_supported", List.of("client_credentials"));
    document.put("response_types_supported", List.of());
    document.put("scopes_supported", List.of(Clients.FEED_SCOPE));
    return document;
  }

  /** OpenID Connect Discovery; the sign-in flows that it could name come with their routes. */
  Map<String, Object> openId() {
    Map<String, Object> document = authorizationServer();
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    return document;
  }
}
