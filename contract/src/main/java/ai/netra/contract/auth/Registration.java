package ai.netra.contract.auth;

import org.jspecify.annotations.Nullable;

/** Asks for a new account. */
public record Registration(String email, String password, @Nullable String name) {

  @Override
  public String toString() {
    return "Registration[email=" + email + "]";
  }
}
