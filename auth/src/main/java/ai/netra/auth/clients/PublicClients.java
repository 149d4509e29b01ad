package ai.netra.auth.clients;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Public clients where the library knows none: they refresh and revoke by their id alone, since the
 * token that they show is the proof. For a code the library asks for PKCE.
 */
final class PublicClients implements AuthenticationConverter, AuthenticationProvider {

  private static final Set<String> SECRETS = Set.of("client_secret", "client_assertion");

  private final ConfiguredClients clients;

  PublicClients(ConfiguredClients clients) {
    this.clients = clients;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    boolean revokes = request.getRequestURI().equals("/oauth2/revoke");
    boolean refreshes = "refresh_token".equals(request.getParameter("grant_type"));
    boolean silent =
        request.getHeader("Authorization") == null
            && SECRETS.stream().allMatch(name -> request.getParameter(name) == null);
    String[] ids = request.getParameterValues("client_id");
    boolean one = ids != null && ids.length == 1 && !ids[0].isBlank();
    return (revokes || refreshes) && silent && one ? new ById(ids[0]) : null;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return ById.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    RegisteredClient client = clients.findByClientId(String.valueOf(asked.getPrincipal()));
    if (client == null
        || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
      throw OAuthErrors.of("invalid_client", "client_id: of a public client, got another");
    }
    return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
  }

  /** A client that says its id and nothing else. */
  private static final class ById extends OAuth2ClientAuthenticationToken {
    ById(String id) {
      super(id, ClientAuthenticationMethod.NONE, null, Map.of());
    }
  }
}
