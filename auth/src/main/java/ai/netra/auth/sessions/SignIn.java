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

  public SignIn {
    amr = List.copyOf(amr);
  }
}
