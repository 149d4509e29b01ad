package ai.netra.contract.auth;

import org.jspecify.annotations.Nullable;

/** A token in a body, for those that cannot send the header. */
public record TokenToCheck(@Nullable String token) {

  @Override
  public String toString() {
    return "TokenToCheck[]";
  }
}
