package ai.netra.auth.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The roles and the rights that come with each. */
public enum Role {
  USER(
      List.of(
          "read",
          "write",
          "usage:import",
          "tools:analytics",
          "tools:data",
          "mcp:use",
          "tools:optimize")),
  DEVELOPER(List.of("debug:read")),
  ADMIN(
      List.of(
          "debug:read",
          "users:read",
          "users:write",
          "clients:write",
          "keys:write",
          "audit:read",
          "system:write"));

  @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
  private final List<String> rights;

  Role(List<String> rights) {
    this.rights = rights;
  }

  List<String> rights() {
    return rights;
  }

  /** The name on the wire and in the table. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this name, spelt so. */
  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
