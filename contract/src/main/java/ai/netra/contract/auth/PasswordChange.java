package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A new password for the old one. */
public record PasswordChange(
    @JsonProperty("current_password") String currentPassword,
    @JsonProperty("new_password") String newPassword) {

  @Override
  public String toString() {
    return "PasswordChange[]";
  }
}
