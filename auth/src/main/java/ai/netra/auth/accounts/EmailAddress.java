package ai.netra.auth.accounts;

import ai.netra.auth.web.TextRules;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in its one form: no outer blanks, NFC, lower case, domain in ASCII.
 *
 * @param key the form that is compared
 */
public record EmailAddress(String key) {

  /** The rule, as an error names it. */
  public static final String RULE = "an e-mail address of at most 254 characters";

  private static final int LONGEST = 254;
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  /** The address that a text names, if it names one. */
  public static Optional<EmailAddress> of(String text) {
    if (!TextRules.clean(text)) {
      return Optional.empty();
    }
    String trimmed = text.replaceAll("^ +| +$", "");
    String key = Normalizer.normalize(trimmed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    int at = key.lastIndexOf('@');
    boolean parts = at > 0 && at <= 64 && DOMAIN.matcher(key.substring(at + 1)).matches();
    boolean local = parts && key.substring(0, at).chars().noneMatch(EmailAddress::forbidden);
    return local && key.length() <= LONGEST ? Optional.of(new EmailAddress(key)) : Optional.empty();
  }

  private static boolean forbidden(int c) {
    return c <= ' ' || "@<>()[],;:\\\"".indexOf(c) >= 0;
  }

  /** The part before the sign. */
  public String local() {
    return key.substring(0, key.lastIndexOf('@'));
  }

  /** Whether it belongs to a test identity. */
  public boolean test() {
    return key.endsWith("@e2e.invalid");
  }
}
