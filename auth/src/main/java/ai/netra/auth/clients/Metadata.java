package ai.netra.auth.clients;

import ai.netra.auth.accounts.Rights;
import ai.netra.contract.auth.Clients;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The two discovery documents: what is served, and nothing else. */
final class Metadata {

  private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");
  private static final List<String> ANY = List.of("none", SECRETS.get(0), SECRETS.get(1));

  private final String issuer;

  Metadata(URI issuer) {
    this.issuer = issuer.toString();
  }

  /** RFC 8414. */
  Map<String, Object> authorizationServer() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer);
    document.put("authorization_endpoint", issuer + "/oauth2/authorize");
    document.put("token_endpoint", issuer + "/oauth2/token");
    document.put("introspection_endpoint", issuer + "/oauth2/introspect");
    document.put("revocation_endpoint", issuer + "/oauth2/revoke");
    document.put("jwks_uri", issuer + "/oauth2/jwks");
    document.put("response_types_supported", List.of("code"));
    document.put("response_modes_supported", List.of("query"));
    document.put(
        "grant_types_supported",
        List.of("authorization_code", "refresh_token", "client_credentials"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("authorization_response_iss_parameter_supported", true);
    document.put("token_endpoint_auth_methods_supported", ANY);
    document.put("revocation_endpoint_auth_methods_supported", ANY);
    document.put("introspection_endpoint_auth_methods_supported", SECRETS);
    document.put("scopes_supported", scopes());
    return document;
  }

  private static List<String> scopes() {
    List<String> scopes = new ArrayList<>(new TreeSet<>(Rights.SCOPES));
    scopes.add(Clients.FEED_SCOPE);
    return scopes;
  }

  /** OpenID Connect Discovery. */
  Map<String, Object> openId() {
    Map<String, Object> document = authorizationServer();
    document.put("userinfo_endpoint", issuer + "/userinfo");
    document.put("end_session_endpoint", issuer + "/connect/logout");
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    document.put("prompt_values_supported", List.of("none", "login"));
    document.put(
        "claims_supported",
        List.of(
            "iss",
            "sub",
            "aud",
            "azp",
            "exp",
            "iat",
            "auth_time",
            "amr",
            "nonce",
            "sid",
            "email",
            "email_verified",
            "name",
            "locale"));
    document.put("claims_parameter_supported", false);
    document.put("request_parameter_supported", false);
    document.put("request_uri_parameter_supported", false);
    return document;
  }
}
