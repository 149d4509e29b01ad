package ai.netra.backend.runs;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.util.List;
import java.util.Map;

/**
 * What a message may refer to: things of its own user. Imports are all there is in this version.
 */
final class References {

  /** Who knows the imports of users. */
  @FunctionalInterface
  interface Imports {
    boolean has(Store.Transaction read, UserKey user, String importId);
  }

  private final Imports imports;

  References(Imports imports) {
    this.imports = imports;
  }

  /**
   * Passes where each is the user's.
   *
   * @throws Refused NOT_FOUND for another user's and for one that nobody has, in the same words
   */
  void check(Store.Transaction read, UserKey user, List<String> references) {
    for (String reference : references) {
      if (!imports.has(read, user, reference)) {
        throw new Refused(
            ErrorCode.NOT_FOUND,
            "references: each one of yours, got " + Violation.cut(reference),
            Map.of("resource", "reference"));
      }
    }
  }
}
