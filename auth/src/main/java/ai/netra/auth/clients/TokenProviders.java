package ai.netra.auth.clients;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Puts our decisions in place of the library's, at its own extension points. Grants that are not
 * offered are not even read, so they are {@code unsupported_grant_type}.
 */
record TokenProviders(
    GrantProvider grants,
    PublicClients publicClients,
    Introspections introspections,
    Revocations revocations) {

  void register(OAuth2AuthorizationServerConfigurer server, AuthenticationFailureHandler refusal) {
    server
        .clientAuthentication(
            client ->
                client
                    .authenticationConverter(publicClients)
                    .authenticationProvider(publicClients)
                    .errorResponseHandler(refusal))
        .tokenEndpoint(
            endpoint ->
                endpoint
                    .accessTokenRequestConverters(this::readGrants)
                    .authenticationProviders(this::decideGrants)
                    .errorResponseHandler(refusal))
        .tokenIntrospectionEndpoint(
            endpoint ->
                endpoint
                    .authenticationProviders(all -> only(all, introspections))
                    .errorResponseHandler(refusal))
        .tokenRevocationEndpoint(
            endpoint ->
                endpoint
                    .authenticationProviders(all -> only(all, revocations))
                    .errorResponseHandler(refusal));
  }

  private void readGrants(List<AuthenticationConverter> all) {
    all.clear();
    all.add(new OAuth2AuthorizationCodeAuthenticationConverter());
    all.add(new OAuth2RefreshTokenAuthenticationConverter());
    all.add(new WholeScope());
  }

  private void decideGrants(List<AuthenticationProvider> all) {
    all.removeIf(one -> !(one instanceof OAuth2ClientCredentialsAuthenticationProvider));
    all.add(grants);
  }

  private static void only(List<AuthenticationProvider> all, AuthenticationProvider own) {
    all.clear();
    all.add(own);
  }
}
