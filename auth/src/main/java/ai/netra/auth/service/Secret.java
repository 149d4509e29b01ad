package ai.netra.auth.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that no log shows. */
public record Secret(String text) {

  /** Whether another text is the same, in a time that does not depend on where they differ. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(Digests.sha256(text), Digests.sha256(other));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secret[length=" + text.length() + "]";
  }
}
