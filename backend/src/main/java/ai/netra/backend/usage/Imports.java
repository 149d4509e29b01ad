package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.usage.ImportView;
import ai.netra.contract.usage.RowError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes files in, and takes rows out again. */
final class Imports {

  private static final int MOST_DATASETS = 50;
  private static final int FIRST_ERRORS = 20;

  private final Store store;
  private final Consumer<ImportRow> queue;
  private final SegmentWriter writer;
  private final UsageAllowance allowance;
  private final UsageSettings settings;
  private final Ids ids;
  private final Clock clock;

  Imports(
      Store store,
      Consumer<ImportRow> queue,
      SegmentWriter writer,
      UsageAllowance allowance,
      UsageSettings settings,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.queue = queue;
    this.writer = writer;
    this.allowance = allowance;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** What came of a file. */
  record Taken(ImportView view, boolean known) {}

  /**
   * Stores a file's import and lets it be read. Known bytes give their first import.
   *
   * @param file whole and on the disk of the data folder; it is moved away
   */
  Taken take(UserKey user, String dataset, ImportOptions options, Path file) throws IOException {
    String sha256 = Sha256.of(file);
    long bytes = Files.size(file);
    String id = ids.next("imp_");
    Path received = settings.received().resolve(id);
    Files.createDirectories(settings.received());
    Files.move(file, received, StandardCopyOption.ATOMIC_MOVE);
    ImportRows.Received arrived =
        new ImportRows.Received(id, user, dataset, sha256, bytes, options);
    Optional<ImportRow> known = store.write(unit -> known(unit, arrived));
    ImportRow row = known.orElseGet(() -> row(user, id));
    if (known.isPresent()) {
      Files.delete(received);
    } else {
      queue.accept(row);
    }
    return new Taken(view(row, known.isPresent()), known.isPresent());
  }

  /** Reads again what a former process left unfinished; called once, at the start. */
  void resume() {
    for (ImportRow row : store.read(unit -> ImportRows.unfinished(unit.sql()))) {
      if (Files.exists(settings.received().resolve(row.id()))) {
        queue.accept(row);
      } else {
        BadFile reason = new BadFile("file: it was lost in a restart; send it again");
        store.write(unit -> ImportRows.failed(unit.sql(), row.key(), reason, clock.millis()));
      }
    }
  }

  ImportRow row(UserKey user, String id) {
    return store
        .read(unit -> ImportRows.byId(unit.sql(), user, id))
        .orElseThrow(
            () ->
                new Refused(
                    ErrorCode.NOT_FOUND,
                    "import: one of yours, got " + id,
                    Map.of("resource", "import")));
  }

  ImportView view(ImportRow row, boolean duplicate) {
    return row.view(
        store.read(unit -> ImportRows.rejects(unit.sql(), row.key(), 0, FIRST_ERRORS)), duplicate);
  }

  /** Newest first, before a place. */
  Page<ImportView> list(UserKey user, ImportRows.Listing listing) {
    List<ImportRow> rows = store.read(unit -> ImportRows.page(unit.sql(), user, listing));
    return Page.of(rows, listing.limit(), (ImportRow row) -> KeyToken.of(row.key()))
        .map(row -> view(row, false));
  }

  /** Rejected rows after a line. */
  Page<RowError> errors(UserKey user, String id, long after, int limit) {
    ImportRow row = row(user, id);
    List<RowError> rows =
        store.read(unit -> ImportRows.rejects(unit.sql(), row.key(), after, limit + 1));
    return Page.of(rows, limit, (RowError error) -> KeyToken.of(error.line()));
  }

  /** Takes the rows of an import out of its data set. */
  void delete(UserKey user, String id) {
    ImportRow row = row(user, id);
    if (row.state().equals("received") || row.state().equals("reading")) {
      throw new Refused(ErrorCode.CONFLICT, "import %s: ended, got %s".formatted(id, row.state()));
    }
    while (!store.write(unit -> deleted(unit, row))) {
      Thread.onSpinWait(); // another commit came first
    }
  }

  private boolean deleted(Store.Transaction unit, ImportRow row) {
    Manifest.Dataset dataset =
        Manifest.dataset(unit.sql(), row.user(), row.datasetName()).orElseThrow();
    List<Segment> own =
        Manifest.segments(unit.sql(), dataset.key(), dataset.watermark()).stream()
            .filter(segment -> segment.importKey() == row.key())
            .toList();
    long rows = own.stream().mapToLong(Segment::rows).sum();
    SegmentChange change = new SegmentChange(List.of(), own, -rows);
    ImportRows.deleted(unit.sql(), row.key());
    Receipts.stored("import", row.id(), "deleted");
    return own.isEmpty() || committed(unit, row.user(), dataset, change);
  }

  /** Deletes the rows of a span in one data set; returns how many they were. */
  long deleteRows(UserKey user, String dataset, TimeSpan span) {
    while (true) {
      Optional<Manifest.Dataset> found =
          store.read(unit -> Manifest.dataset(unit.sql(), user, dataset));
      if (found.isEmpty()) {
        return 0;
      }
      Manifest.Dataset set = found.get();
      SegmentChange change = without(set, span);
      if (change.isEmpty()) {
        return 0;
      }
      if (store.write(unit -> rowsDeleted(unit, user, set, change))) {
        return -change.rows();
      }
      writer.discard(change);
    }
  }

  private SegmentChange without(Manifest.Dataset set, TimeSpan span) {
    List<Segment> segments =
        store.read(unit -> Manifest.segments(unit.sql(), set.key(), set.watermark()));
    try {
      return writer.without(span, segments);
    } catch (java.sql.SQLException e) {
      throw new QueryFailed("deleting rows of " + set.name(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("deleting rows of " + set.name(), e);
    }
  }

  private boolean rowsDeleted(
      Store.Transaction unit, UserKey user, Manifest.Dataset set, SegmentChange change) {
    if (!committed(unit, user, set, change)) {
      return false;
    }
    change.removed().forEach(segment -> ImportRows.forget(unit.sql(), segment.importKey()));
    Receipts.stored("dataset", set.name(), "updated");
    return true;
  }

  private boolean committed(
      Store.Transaction unit, UserKey user, Manifest.Dataset set, SegmentChange change) {
    return ManifestCommit.commit(
            unit.sql(),
            new ManifestCommit.Commit(user, set, change, Long.MAX_VALUE, clock.millis()))
        == ManifestCommit.Outcome.DONE;
  }

  private Optional<ImportRow> known(Store.Transaction unit, ImportRows.Received file) {
    long dataset = dataset(unit, file.user(), file.dataset());
    Optional<ImportRow> known = ImportRows.known(unit.sql(), dataset, file.sha256());
    if (known.isEmpty()) {
      checkRoom(unit, file.user());
      ImportRows.insert(unit.sql(), file, dataset, clock.millis());
      Receipts.stored("import", file.id(), "created");
    }
    return known;
  }

  private void checkRoom(Store.Transaction unit, UserKey user) {
    long rows = ManifestCommit.rows(unit.sql(), user);
    if (rows >= allowance.rows()) {
      throw new Refused(
          ErrorCode.PLAN_LIMIT,
          "rows: at most %d on plan %s, got %d already"
              .formatted(allowance.rows(), allowance.planName(), rows),
          Map.of("limit", "usage_rows", "use", rows));
    }
  }

  private long dataset(Store.Transaction unit, UserKey user, String name) {
    Optional<Manifest.Dataset> found = Manifest.dataset(unit.sql(), user, name);
    if (found.isPresent()) {
      return found.get().key();
    }
    int count = Manifest.datasets(unit.sql(), user).size();
    if (count >= MOST_DATASETS) {
      throw new Refused(
          ErrorCode.LIMIT_REACHED,
          "data sets: at most %d, got %d already".formatted(MOST_DATASETS, count),
          Map.of("limit", "datasets"));
    }
    return unit.sql()
        .sql(
            """
            insert into datasets (user_key, name, created_at) values (?, ?, ?)
            returning dataset_key
            """)
        .params(user.value(), name, clock.millis())
        .query(Long.class)
        .single();
  }
}
