package ai.netra.backend.runs;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.util.List;
import java.util.Map;

/** What a message may refer to: things of its own user. */
final class References {

  /** Who knows the things of one kind that users have. */
  @FunctionalInterface
  interface Owned {
    boolean has(Store.Transaction read, UserKey user, String id);
  }

  private final List<Owned> kinds;

  References(Owned... kinds) {
    this.kinds = List.of(kinds);
  }

  /**
   * Passes where each is the user's.
   *
   * @throws Refused NOT_FOUND for another user's and for one that nobody has, in the same words
   */
  void check(Store.Transaction read, UserKey user, List<String> references) {
    for (String reference : references) {
      if (kinds.stream().noneMatch(kind -> kind.has(read, user, reference))) {
        throw new Refused(
            ErrorCode.NOT_FOUND,
            "references: each one of yours, got " + Violation.cut(reference),
            Map.of("resource", "reference"));
      }
    }
  }
}
