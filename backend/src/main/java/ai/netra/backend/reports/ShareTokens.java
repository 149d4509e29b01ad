package ai.netra.backend.reports;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed names of one report until an instant; nobody can make one or move its end. */
final class ShareTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern TOKEN =
      Pattern.compile("(rep_[A-Za-z0-9]{1,64})\\.([0-9]{1,13})\\.([A-Za-z0-9_-]{43})");

  private final SecretKeySpec key;

  ShareTokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  String of(String reportId, Instant until) {
    String named = reportId + "." + until.toEpochMilli();
    return named + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(named));
  }

  /** The report that a token names, where it is ours and not over. */
  Optional<String> report(String token, Instant now) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String named = parts.group(1) + "." + parts.group(2);
    byte[] signature = Base64.getUrlDecoder().decode(parts.group(3));
    boolean ours = MessageDigest.isEqual(signature, sign(named));
    boolean open = now.toEpochMilli() < Long.parseLong(parts.group(2));
    return ours && open ? Optional.of(parts.group(1)) : Optional.empty();
  }

  /** What is kept of a token; it cannot be made a token again. */
  static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256: every Java platform has it", e);
    }
  }

  private byte[] sign(String named) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(named.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + ": every Java platform has it", e);
    }
  }
}
