package ai.netra.auth.clients;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** The thread's surroundings that the library asks for: the issuer, which is configured. */
record LibraryContext(AuthorizationServerSettings settings) {

  String issuer() {
    return String.valueOf(settings.getIssuer());
  }

  /** Calls the library with nobody signed in yet, and clears away behind it. */
  <T> T within(Supplier<T> call) {
    SecurityContextHolder.clearContext();
    AuthorizationServerContextHolder.setContext(new Fixed(settings));
    try {
      return call.get();
    } finally {
      AuthorizationServerContextHolder.resetContext();
      SecurityContextHolder.clearContext();
    }
  }

  private record Fixed(AuthorizationServerSettings settings) implements AuthorizationServerContext {

    @Override
    public String getIssuer() {
      return String.valueOf(settings.getIssuer());
    }

    @Override
    public AuthorizationServerSettings getAuthorizationServerSettings() {
      return settings;
    }
  }
}
