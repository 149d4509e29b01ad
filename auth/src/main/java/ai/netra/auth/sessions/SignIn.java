package ai.netra.auth.sessions;

import ai.netra.auth.audit.Origin;
import java.time.Duration;
import java.util.List;

/**
 * How somebody signed in.
 *
 * @param amr the ways, as in the claim
 * @param accessLife how long access tokens shall live
 */
public record SignIn(
    String clientId, String scope, List<String> amr, Duration accessLife, Origin origin) {

  /** What a first-party client gets when it asks for nothing else. */
  public static final String SCOPE = "openid profile email netra";

  public SignIn {
    amr = List.copyOf(amr);
  }

  /** The same sign-in with administration beside its scope, for an administrator's JSON login. */
  public SignIn withAdministration() {
    return new SignIn(clientId, scope + " netra.admin", amr, accessLife, origin);
  }
}
