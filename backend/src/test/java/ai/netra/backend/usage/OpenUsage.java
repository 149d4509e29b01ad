package ai.netra.backend.usage;

import ai.netra.backend.events.EventsForTests;
import ai.netra.backend.identity.UserKey;
import ai.netra.backend.store.Store;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.usage.ImportView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Usage data in a folder, for the tests of other rooms; imports run on the test's thread. */
public final class OpenUsage implements AutoCloseable {

  private final Analytics analytics;
  private final Path folder;
  private final JdbcUsage usage;
  private final Imports imports;
  private final ImportWork work;
  private final Blobs blobs;
  private final SegmentWriter writer;
  private final SnapshotDatabases databases;
  private final List<ImportRow> waiting = new java.util.ArrayList<>();

  private OpenUsage(Path folder, Store store, Pricing pricing, Clock clock, long rows) {
    UsageSettings settings = new UsageSettings(folder, folder.resolve("tmp"), 2);
    settings.prepare();
    this.folder = folder;
    this.analytics = new Analytics(2, settings.temporary());
    this.blobs = new Blobs(settings.blobs());
    AtomicLong counter = new AtomicLong();
    String life = Long.toHexString(System.nanoTime());
    var ids = (ai.netra.backend.service.Ids) p -> p + life + counter.incrementAndGet();
    this.writer = new SegmentWriter(analytics, blobs, settings.staging(), ids);
    UsageAllowance allowance = new UsageAllowance(plan(rows));
    this.databases = new SnapshotDatabases(analytics, pricing);
    this.usage = new JdbcUsage(store, blobs, analytics, databases);
    this.work =
        new ImportWork(
            store, EventsForTests.over(store, clock), writer, allowance, settings, clock);
    this.imports = new Imports(store, waiting::add, writer, allowance, settings, ids, clock);
  }

  public static OpenUsage in(Path folder, Store store, Pricing pricing, Clock clock) {
    return new OpenUsage(folder, store, pricing, clock, 10_000_000);
  }

  static OpenUsage in(Path folder, Store store, Pricing pricing, Clock clock, long rows) {
    return new OpenUsage(folder, store, pricing, clock, rows);
  }

  public Usage usage() {
    return usage;
  }

  Imports imports() {
    return imports;
  }

  Blobs blobs() {
    return blobs;
  }

  /** Imports a CSV text and waits for its end. */
  public ImportView csv(UserKey user, String text) {
    return take(
        user, text, new ImportOptions(ImportOptions.Format.CSV, false, Map.of(), null, false));
  }

  ImportView take(UserKey user, String text, ImportOptions options) {
    return take(user, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), options);
  }

  ImportView take(UserKey user, byte[] bytes, ImportOptions options) {
    try {
      Path file = Files.write(Files.createTempFile(folder, "upload", ""), bytes);
      Imports.Taken taken = imports.take(user, "default", options, file);
      runWaiting();
      return imports.view(imports.row(user, taken.view().id()), taken.known());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file in without reading it yet. */
  void receive(UserKey user, String text) throws IOException {
    ImportOptions options =
        new ImportOptions(ImportOptions.Format.CSV, false, Map.of(), null, false);
    Path file = Files.writeString(Files.createTempFile(folder, "upload", ""), text);
    Imports.Taken taken = imports.take(user, "default", options, file);
    if (taken.known()) {
      throw new IllegalArgumentException("a file of its own was expected");
    }
  }

  /** Reads all that was received, each on a thread of its own. */
  void runWaitingAtOnce() throws InterruptedException {
    List<Thread> threads =
        waiting.stream().map(row -> Thread.ofPlatform().start(() -> work.run(row))).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    waiting.clear();
  }

  void runWaiting() {
    List<ImportRow> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(work::run);
  }

  private static Plan plan(long rows) {
    Plan.Rate rate = new Plan.Rate(1, 1);
    return new Plan("test", false, null, null, rows, 500, rate, rate, rate, List.of());
  }

  @Override
  public void close() {
    writer.close();
    databases.close();
    analytics.close();
  }
}
