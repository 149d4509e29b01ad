package ai.netra.contract.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is revoked at one moment and may still be shown in a token. */
public record RevocationSnapshot(long seq, List<Entry> entries) {

  /**
   * One revocation.
   *
   * @param subject the session, grant, token or account that {@code kind} speaks of
   * @param before tokens of the account made before this instant are old; where the kind has one
   * @param until when the last token that it concerns has ended
   */
  public record Entry(String kind, String subject, @Nullable String before, String until) {}
}
