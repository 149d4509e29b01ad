package ai.netra.auth.clients;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/** The library's checks of a request for a code, then those that it leaves out. */
record AuthorizeRules(URI resource)
    implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

  private static final OAuth2AuthorizationCodeRequestAuthenticationValidator LIBRARY =
      new OAuth2AuthorizationCodeRequestAuthenticationValidator();

  @Override
  public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    LIBRARY.accept(context);
    OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
    OAuth2Error error = error(asked.getAdditionalParameters());
    if (error != null) {
      throw new OAuth2AuthorizationCodeRequestAuthenticationException(error, asked);
    }
  }

  private @Nullable OAuth2Error error(Map<String, Object> parameters) {
    if (parameters.containsKey("request")) {
      return error("request_not_supported", "request: none, request objects are not read");
    }
    if (!parameters.getOrDefault("response_mode", "query").equals("query")) {
      return error("invalid_request", "response_mode: query, got another");
    }
    if (!parameters.getOrDefault("resource", resource.toString()).equals(resource.toString())) {
      return error("invalid_target", "resource: " + resource + ", got another");
    }
    if (!(parameters.getOrDefault("nonce", "") instanceof String)) {
      return error("invalid_request", "nonce: once, got several");
    }
    Object age = parameters.getOrDefault("max_age", "0");
    return age instanceof String text && text.matches("[0-9]{1,9}")
        ? null
        : error("invalid_request", "max_age: seconds, got something else");
  }

  private static OAuth2Error error(String code, String description) {
    return new OAuth2Error(code, description, null);
  }
}
