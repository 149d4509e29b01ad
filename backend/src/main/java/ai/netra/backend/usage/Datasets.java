package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.Times;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.usage.DatasetView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The data sets of a user as clients see them. */
final class Datasets {

  private final Store store;

  Datasets(Store store) {
    this.store = store;
  }

  List<DatasetView> list(UserKey user) {
    return store.read(
        read -> Manifest.datasets(read.sql(), user).stream().map(set -> view(read, set)).toList());
  }

  DatasetView get(UserKey user, String name) {
    return store.read(
        read ->
            Manifest.dataset(read.sql(), user, name)
                .map(set -> view(read, set))
                .orElseThrow(() -> unknown(name)));
  }

  static Refused unknown(String name) {
    return new Refused(
        ErrorCode.NOT_FOUND, "data set: one of yours, got " + name, Map.of("resource", "dataset"));
  }

  private static DatasetView view(Store.Transaction read, Manifest.Dataset set) {
    List<Segment> segments = Manifest.segments(read.sql(), set.key(), set.watermark());
    Instant first =
        Instant.ofEpochMilli(segments.stream().mapToLong(Segment::fromAt).min().orElse(0));
    Instant last = Instant.ofEpochMilli(segments.stream().mapToLong(Segment::toAt).max().orElse(0));
    return new DatasetView(
        set.name(),
        "dataset",
        set.name().startsWith("synthetic:"),
        "ready",
        set.rows(),
        segments.isEmpty() ? null : Times.text(first),
        segments.isEmpty() ? null : Times.text(last.plusMillis(1)),
        null,
        null,
        null,
        null,
        Times.text(Instant.ofEpochMilli(set.createdAt())));
  }
}
