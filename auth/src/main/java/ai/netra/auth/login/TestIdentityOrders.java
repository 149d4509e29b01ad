package ai.netra.auth.login;

import ai.netra.auth.accounts.Rights;
import ai.netra.auth.accounts.Role;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.web.Fields;
import ai.netra.contract.config.Environment;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what test identities are asked for. */
final class TestIdentityOrders {

  private static final int MOST = 200;
  private static final int DAY_SECONDS = 86_400;
  private static final int HOUR_SECONDS = 3_600;
  private static final int LIST = 50;

  private final Environment environment;
  private final Duration accessLife;

  TestIdentityOrders(Environment environment, Duration accessLife) {
    this.environment = environment;
    this.accessLife = accessLife;
  }

  /** An order whose rules are kept. */
  record Order(
      int count,
      Set<Role> roles,
      Set<String> granted,
      String scope,
      Optional<String> password,
      Duration life,
      Duration accessLife) {
    @Override
    public String toString() {
      return "Order[count=" + count + "]";
    }
  }

  Order read(Fields fields) {
    int count = (int) fields.number("count", 1, 1, MOST);
    Set<Role> roles = roles(fields);
    Set<String> granted = permissions(fields);
    String scope = scope(fields);
    Optional<String> password = fields.optionalSecret("password", PasswordRules.LONGEST);
    long life = fields.number("ttl_seconds", HOUR_SECONDS, 1, DAY_SECONDS);
    long access = fields.number("access_ttl_seconds", accessLife.toSeconds(), 2, HOUR_SECONDS);
    fields.check();
    return new Order(
        count,
        roles,
        granted,
        scope,
        password,
        Duration.ofSeconds(life),
        Duration.ofSeconds(access));
  }

  private Set<Role> roles(Fields fields) {
    Set<Role> roles = new HashSet<>(Set.of(Role.USER));
    for (String name : fields.texts("roles", LIST)) {
      Optional<Role> role = Role.of(name).filter(this::allowed);
      role.ifPresentOrElse(
          roles::add, () -> fields.violation("roles", "roles of this environment", name));
    }
    return roles;
  }

  private boolean allowed(Role role) {
    return switch (role) {
      case USER, DEVELOPER -> true;
      case ADMIN -> !environment.deployed();
    };
  }

  private static Set<String> permissions(Fields fields) {
    List<String> names = fields.texts("permissions", LIST);
    names.stream()
        .filter(name -> !Rights.known().contains(name))
        .forEach(name -> fields.violation("permissions", "rights that there are", name));
    return Set.copyOf(names);
  }

  private static String scope(Fields fields) {
    String scope = fields.optionalText("scope", 200).orElse(SignIn.SCOPE);
    List<String> names = List.of(scope.split(" "));
    if (!scope.isEmpty() && !Rights.SCOPES.containsAll(names)) {
      fields.violation("scope", "scopes that there are, one blank between", scope);
    }
    return scope;
  }
}
