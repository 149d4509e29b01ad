package ai.netra.loop.proof;

import ai.netra.loop.record.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a usual receipt. */
final class Receipts {

  private Receipts() {}

  static Receipt ofBuild(Receipt it, String build) {
    return change(it, build, it.parentId(), it.stored());
  }

  static Receipt withoutParent(Receipt it) {
    return change(it, it.revision(), null, it.stored());
  }

  static Receipt ofInnerCall(Receipt it) {
    return change(it, it.revision(), "ffffffffffffffff", it.stored());
  }

  static Receipt stored(Receipt it, List<Receipt.Stored> stored) {
    return change(it, it.revision(), it.parentId(), stored);
  }

  private static Receipt change(
      Receipt it,
      String revision,
      @Nullable String parentId,
      @Nullable List<Receipt.Stored> stored) {
    return new Receipt(
        it.service(),
        revision,
        it.traceId(),
        parentId,
        it.method(),
        it.route(),
        it.status(),
        it.durationMicros(),
        it.deploy(),
        stored,
        it.time());
  }
}
