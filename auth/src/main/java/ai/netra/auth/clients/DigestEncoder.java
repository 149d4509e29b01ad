package ai.netra.auth.clients;

import ai.netra.auth.service.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** SHA-256 for client secrets: they are random and long, so a slow hash would add nothing. */
final class DigestEncoder implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence raw) {
    return raw == null ? null : Digests.sha256Text(raw.toString());
  }

  @Override
  public boolean matches(@Nullable CharSequence raw, @Nullable String digest) {
    if (raw == null || digest == null) {
      return false;
    }
    byte[] shown = Digests.sha256Text(raw.toString()).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(shown, digest.getBytes(StandardCharsets.US_ASCII));
  }
}
