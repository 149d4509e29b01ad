package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. */
public record AccountBody(
    String id,
    String email,
    @JsonProperty("email_verified") boolean emailVerified,
    @Nullable String name,
    @Nullable String locale,
    List<String> roles,
    List<String> permissions,
    @JsonProperty("has_password") boolean hasPassword,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("last_login_at") @Nullable String lastLoginAt) {}
