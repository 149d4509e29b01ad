package ai.netra.auth.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account as it is stored.
 *
 * @param claimsNotBefore tokens made before this are old
 * @param granted rights beside those of the roles
 * @param revoked rights that it lacks in spite of its roles
 */
public record Account(
    String id,
    String email,
    boolean emailVerified,
    Optional<String> name,
    Optional<String> locale,
    Optional<String> passwordHash,
    State state,
    Set<Role> roles,
    Set<String> granted,
    Set<String> revoked,
    Instant claimsNotBefore,
    Instant createdAt,
    Optional<Instant> lastLoginAt) {

  /** Whether the account may sign in. */
  public enum State {
    ACTIVE,
    DISABLED,
    DELETING
  }

  public Account {
    roles = Set.copyOf(roles);
    granted = Set.copyOf(granted);
    revoked = Set.copyOf(revoked);
  }

  public boolean active() {
    return state == State.ACTIVE;
  }

  @Override
  public String toString() {
    return "Account[id=" + id + ", state=" + state + "]";
  }
}
