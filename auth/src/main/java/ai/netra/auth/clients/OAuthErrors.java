package ai.netra.auth.clients;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Refusals in the library's form. */
final class OAuthErrors {

  private OAuthErrors() {}

  /** An error of OAuth's list, with a sentence. */
  static OAuth2AuthenticationException of(String error, String description) {
    return new OAuth2AuthenticationException(new OAuth2Error(error, description, null));
  }
}
