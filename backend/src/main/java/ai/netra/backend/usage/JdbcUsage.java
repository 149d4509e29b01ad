package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Fields;
import ai.netra.backend.store.Store;
import ai.netra.contract.list.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Usage data whose manifest is in the service's database and whose rows are blobs. */
final class JdbcUsage implements Usage {

  static final String DEFAULT = "default";

  private final Store store;
  private final Blobs blobs;
  private final Analytics analytics;
  private final SnapshotDatabases databases;

  JdbcUsage(Store store, Blobs blobs, Analytics analytics, SnapshotDatabases databases) {
    this.store = store;
    this.blobs = blobs;
    this.analytics = analytics;
    this.databases = databases;
  }

  @Override
  public boolean exists(UserKey user, String dataset) {
    return dataset.equals(DEFAULT)
        || store.read(read -> Manifest.dataset(read.sql(), user, dataset)).isPresent();
  }

  @Override
  public boolean hasImport(Store.Transaction read, UserKey user, String importId) {
    return ImportRows.byId(read.sql(), user, importId).isPresent();
  }

  @Override
  public DatasetAt now(UserKey user, String dataset) {
    long watermark =
        store
            .read(read -> Manifest.dataset(read.sql(), user, dataset))
            .map(Manifest.Dataset::watermark)
            .orElse(0L);
    return new DatasetAt(user, dataset, watermark);
  }

  @Override
  public Optional<Extent> extent(DatasetAt at) {
    List<Segment> segments = segments(at);
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    long rows = segments.stream().mapToLong(Segment::rows).sum();
    long first = segments.stream().mapToLong(Segment::fromAt).min().getAsLong();
    long last = segments.stream().mapToLong(Segment::toAt).max().getAsLong();
    return Optional.of(new Extent(rows, Instant.ofEpochMilli(first), Instant.ofEpochMilli(last)));
  }

  @Override
  public Page<Map<String, @Nullable Object>> records(
      DatasetAt at, String catalogue, Rows rows, Fields request) throws InterruptedException {
    Records.Place place = Records.Place.of(request);
    request.check();
    try (UsageQueries queries = open(at, catalogue)) {
      return Records.page(queries, rows, place);
    }
  }

  @Override
  public UsageQueries open(DatasetAt at, String catalogue) throws InterruptedException {
    List<Segment> segments = segments(at);
    return analytics.call(
        "opening the data set " + at.dataset(),
        () -> {
          List<Path> files =
              segments.stream().map(each -> blobs.verified(each.blob(), each.sha256())).toList();
          return DuckQueries.open(
              analytics, databases, new SnapshotDatabases.Snapshot(files, catalogue));
        },
        () -> {});
  }

  List<Segment> segments(DatasetAt at) {
    return store.read(
        read ->
            Manifest.dataset(read.sql(), at.user(), at.dataset())
                .map(set -> Manifest.segments(read.sql(), set.key(), at.watermark()))
                .orElse(List.of()));
  }
}
