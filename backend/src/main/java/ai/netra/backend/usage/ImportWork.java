package ai.netra.backend.usage;

import ai.netra.backend.events.Events;
import ai.netra.backend.events.NewEvent;
import ai.netra.backend.service.Refused;
import ai.netra.backend.store.Store;
import ai.netra.contract.usage.ImportUpdated;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes one import from its received file to its commit, on a platform thread. Until the commit
 * nothing of it shows; a file whose import did not end is read again after a restart.
 */
final class ImportWork {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
  private static final long UNPACKED = 10;

  private final Store store;
  private final Events events;
  private final SegmentWriter writer;
  private final UsageAllowance allowance;
  private final UsageSettings settings;
  private final Clock clock;

  ImportWork(
      Store store,
      Events events,
      SegmentWriter writer,
      UsageAllowance allowance,
      UsageSettings settings,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.writer = writer;
    this.allowance = allowance;
    this.settings = settings;
    this.clock = clock;
  }

  /** Reads, merges and commits; a bad file ends as failed, a stop leaves it to the next start. */
  void run(ImportRow row) {
    Path file = settings.received().resolve(row.id());
    try {
      if (store.write(unit -> begun(unit, row))) {
        imported(row, file);
      }
      Files.deleteIfExists(file);
    } catch (BadFile e) {
      fail(row, e, file);
    } catch (Bounded.TooLong e) {
      fail(row, new BadFile(String.valueOf(e.getMessage())), file);
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | SQLException | QueryFailed | Refused e) {
      LOG.atError().setCause(e).addKeyValue("import", row.id()).log("an import broke");
      fail(row, new BadFile("the import broke and shows no row; send the file again"), file);
    }
  }

  private boolean begun(Store.Transaction unit, ImportRow row) {
    return ImportRows.reading(unit.sql(), row.key())
        && append(unit, row, new ImportUpdated(row.id(), "reading", 0, 0, null));
  }

  private void imported(ImportRow row, Path file)
      throws BadFile, IOException, SQLException, InterruptedException {
    long most = allowance.uploadBytes() * UNPACKED;
    try (FileReading reading = FileReading.open(file, row.options(), clock.instant(), most);
        Staged staged = writer.stage(reading)) {
      while (!merged(row, staged)) {
        LOG.atInfo()
            .addKeyValue("import", row.id())
            .log("another import came first; comparing again");
      }
    }
  }

  /** One try against what the data set holds now; false when another commit came first. */
  private boolean merged(ImportRow row, Staged staged)
      throws BadFile, IOException, SQLException, InterruptedException {
    Manifest.Dataset dataset =
        store
            .read(unit -> Manifest.dataset(unit.sql(), row.user(), row.datasetName()))
            .orElseThrow();
    List<Segment> segments =
        store.read(unit -> Manifest.segments(unit.sql(), dataset.key(), dataset.watermark()));
    SegmentWriter.Merged merged =
        writer.merge(
            staged, new SegmentWriter.Manner(row.options().replace(), row.key()), segments);
    if (Thread.interrupted()) {
      writer.discard(merged.change());
      throw new InterruptedException("the import was stopped before its commit");
    }
    ManifestCommit.Outcome outcome =
        store.write(unit -> commit(unit, row, dataset, staged.outcome(), merged));
    if (outcome != ManifestCommit.Outcome.DONE) {
      writer.discard(merged.change());
    }
    if (outcome == ManifestCommit.Outcome.OVER_LIMIT) {
      throw new BadFile(
          "rows: at most %d on plan %s, over all data sets; the import would pass them"
              .formatted(allowance.rows(), allowance.planName()));
    }
    return outcome == ManifestCommit.Outcome.DONE;
  }

  private ManifestCommit.Outcome commit(
      Store.Transaction unit,
      ImportRow row,
      Manifest.Dataset dataset,
      FileReading.Outcome read,
      SegmentWriter.Merged merged) {
    long now = clock.millis();
    if (!merged.change().isEmpty()) {
      ManifestCommit.Outcome outcome =
          ManifestCommit.commit(
              unit.sql(),
              new ManifestCommit.Commit(
                  row.user(), dataset, merged.change(), allowance.rows(), now));
      if (outcome != ManifestCommit.Outcome.DONE) {
        return outcome;
      }
    }
    ImportRow.Counts counts =
        new ImportRow.Counts(
            merged.inserted(),
            merged.duplicate(),
            merged.conflict(),
            merged.replaced(),
            0,
            read.rejected(),
            0);
    finished(unit, row, read, merged.change(), counts, now);
    return ManifestCommit.Outcome.DONE;
  }

  private void finished(
      Store.Transaction unit,
      ImportRow row,
      FileReading.Outcome read,
      SegmentChange change,
      ImportRow.Counts counts,
      long now) {
    List<NewSegment> own =
        change.added().stream().filter(segment -> segment.importKey() == row.key()).toList();
    Long from = own.isEmpty() ? null : own.stream().mapToLong(NewSegment::fromAt).min().getAsLong();
    Long to = own.isEmpty() ? null : own.stream().mapToLong(NewSegment::toAt).max().getAsLong();
    if (!ImportRows.completed(
        unit.sql(),
        new ImportRows.Completion(row.key(), counts, read.ignoredColumns(), from, to, now))) {
      throw new IllegalStateException("import " + row.id() + ": it ended while it was read");
    }
    ImportRows.reject(unit.sql(), row.key(), read.rejects());
    append(
        unit,
        row,
        new ImportUpdated(row.id(), "completed", counts.inserted(), counts.rejected(), null));
  }

  private void fail(ImportRow row, BadFile reason, Path file) {
    store.write(
        unit -> {
          boolean ended = ImportRows.failed(unit.sql(), row.key(), reason, clock.millis());
          if (ended) {
            ImportRows.reject(unit.sql(), row.key(), reason.rejects());
            append(
                unit,
                row,
                new ImportUpdated(row.id(), "failed", 0, reason.rejected(), "IMPORT_FAILED"));
          }
          return ended;
        });
    delete(file);
  }

  private boolean append(Store.Transaction unit, ImportRow row, ImportUpdated data) {
    NewEvent event = new NewEvent("import_updated", data, null, null, null, null);
    return !events.append(unit, row.user(), null, List.of(event)).isEmpty();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.atWarn().setCause(e).addKeyValue("file", file).log("a file could not be deleted");
    }
  }
}
