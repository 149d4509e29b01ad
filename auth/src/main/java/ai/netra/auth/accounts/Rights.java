package ai.netra.auth.accounts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rights a token says: those of roles and grants, cut to what the scope allows. */
public final class Rights {

  /** Administration: only what the scope {@code netra.admin} names. */
  private static final Set<String> ADMINISTRATION =
      Set.of(
          "users:read", "users:write", "clients:write", "keys:write", "audit:read", "system:write");

  /** Every scope that a person's client may ask for. */
  public static final Set<String> SCOPES =
      Set.of("openid", "profile", "email", "netra", "netra.read", "netra.admin");

  private Rights() {}

  /** Every right that there is for a person. */
  public static Set<String> known() {
    Set<String> known = new TreeSet<>();
    for (Role role : Role.values()) {
      known.addAll(role.rights());
    }
    return known;
  }

  /** The rights of an account under a scope, in alphabetical order. */
  public static List<String> of(Account account, String scope) {
    Set<String> effective = new TreeSet<>(account.granted());
    account.roles().forEach(role -> effective.addAll(role.rights()));
    effective.removeAll(account.revoked());
    Set<String> scopes = Set.of(scope.split(" "));
    return effective.stream().filter(right -> allowed(right, scopes)).toList();
  }

  private static boolean allowed(String right, Set<String> scopes) {
    if (ADMINISTRATION.contains(right)) {
      return scopes.contains("netra.admin");
    }
    return scopes.contains("netra") || (scopes.contains("netra.read") && right.equals("read"));
  }
}
