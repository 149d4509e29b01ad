package ai.netra.auth.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account that shall be made.
 *
 * @param endsAt when a test identity is erased
 */
public record NewAccount(
    EmailAddress email,
    Optional<String> name,
    Optional<String> passwordHash,
    Set<Role> roles,
    Set<String> granted,
    Optional<Instant> endsAt) {

  @Override
  public String toString() {
    return "NewAccount[roles=" + roles + "]";
  }
}
