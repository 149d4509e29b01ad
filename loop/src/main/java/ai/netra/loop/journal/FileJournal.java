package ai.netra.loop.journal;

import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.EntryKind.Durability;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.JournalCut;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal in a run's folder: {@code journal.jsonl}, {@code rounds/<n>/bodies.pack}, {@code
 * artifacts/<sha256>}. Opened on an existing journal it goes on after the last whole line; a torn
 * one is cut, and the cut is a line. When the disk is full the reserve is given back: then only the
 * lines that end a run are taken. That no second process writes is the care of the state
 * directory's lock.
 */
public final class FileJournal implements Journal {

  private static final int GROUP_LINES = 256;

  private final RunFolder run;
  private final JsonMapper mapper;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Artifacts artifacts;
  private final Reserve reserve;
  private final GroupSync groups;

  /** Owns every field below and the order of lines. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Disk.AppendFile file;
  private final Bodies bodies;
  private long last;
  private String head;
  private int unsynced;
  private long cutBytes;
  private @Nullable IOException broken;

  private FileJournal(
      Opening opening, Disk disk, Redaction redaction, Clock clock, LongSupplier nanoTime)
      throws IOException {
    this.run = opening.run();
    this.mapper = JournalMapper.writing(redaction);
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.artifacts = new Artifacts(run, redaction);
    this.reserve = Reserve.set(run, disk);
    this.file = opening.file();
    this.bodies = new Bodies(run, disk, redaction);
    this.last = opening.last();
    this.head = opening.head();
    this.cutBytes = opening.cutBytes();
    this.groups = new GroupSync(this::syncGroup);
  }

  /**
   * Opens the journal of a run, made where the folder holds none.
   *
   * @param nanoTime the monotonic clock, in nanoseconds
   * @throws JournalFailure when what is there is damaged or finished, or the disk refuses
   */
  public static FileJournal open(
      Path folder, Redaction redaction, Clock clock, LongSupplier nanoTime) {
    return open(folder, new LocalDisk(), redaction, clock, nanoTime);
  }

  static FileJournal open(
      Path folder, Disk disk, Redaction redaction, Clock clock, LongSupplier nanoTime) {
    RunFolder run = new RunFolder(folder);
    try {
      Opening opening = Opening.of(run, disk);
      FileJournal journal = new FileJournal(opening, disk, redaction, clock, nanoTime);
      if (journal.last > 0 && journal.cutBytes > 0) {
        journal.journalCut(opening.round());
      }
      return journal;
    } catch (IOException e) {
      throw new JournalFailure(run.journal() + ": must be writable: " + e.getMessage(), e);
    }
  }

  @Override
  public long append(int round, String key, Entry entry, List<Long> refs) {
    String data = mapper.writeValueAsString(entry);
    lock.lock();
    try {
      checkOpen(entry);
      long n = write(round, key, entry, data, refs);
      if (n == 1 && cutBytes > 0) {
        journalCut(round);
      }
      return n;
    } catch (IOException e) {
      throw refused(e);
    } finally {
      lock.unlock();
    }
  }

  private void checkOpen(Entry entry) {
    if (last == 0 && !(entry instanceof RunStarted)) {
      throw new IllegalStateException(
          "the first line of a journal is run.started, got " + EntryKind.of(entry).wireName());
    }
    if (broken != null && !endsRun(entry)) {
      throw refused(broken);
    }
  }

  private static boolean endsRun(Entry entry) {
    return entry instanceof RunFinished || entry instanceof Transition || entry instanceof Exited;
  }

  private long write(int round, String key, Entry entry, String data, List<Long> refs)
      throws IOException {
    EntryKind kind = EntryKind.of(entry);
    RawLine.Content content =
        new RawLine.Content(
            clock.instant(), nanoTime.getAsLong(), round, kind.wireName(), key, data, refs);
    RawLine.Written line = RawLine.write(mapper, last + 1, head, content);
    try {
      file.append(line.bytes());
    } catch (IOException e) {
      fail(e);
      if (!endsRun(entry)) {
        throw e;
      }
      file.append(line.bytes());
    }
    if (entry instanceof Exchange exchange) {
      bodies.named(round, exchange);
    }
    head = line.hash();
    last++;
    unsynced++;
    if (kind.durability() == Durability.SINGLE || unsynced >= GROUP_LINES) {
      syncFiles();
    }
    return last;
  }

  private void journalCut(int round) throws IOException {
    JournalCut cut = new JournalCut(cutBytes);
    cutBytes = 0;
    write(round, "", cut, mapper.writeValueAsString(cut), List.of());
  }

  private void syncFiles() throws IOException {
    bodies.sync();
    file.sync();
    unsynced = 0;
  }

  private void fail(IOException e) {
    broken = broken == null ? e : broken;
    reserve.free();
  }

  private JournalFailure refused(IOException e) {
    fail(e);
    return new JournalFailure(
        run.journal() + ": every line must be written, the disk refused: " + e.getMessage(), e);
  }

  private void syncGroup() {
    lock.lock();
    try {
      if (unsynced > 0) {
        syncFiles();
      }
    } catch (IOException e) {
      fail(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public BodyRef body(int round, byte[] bytes) {
    lock.lock();
    try {
      if (broken != null) {
        throw refused(broken);
      }
      return bodies.append(round, bytes);
    } catch (IOException e) {
      throw refused(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String artifact(Path artifact) {
    try {
      return artifacts.keep(artifact);
    } catch (IOException e) {
      lock.lock();
      try {
        fail(e);
      } finally {
        lock.unlock();
      }
      throw new JournalFailure(artifact + ": must be kept in " + run.artifacts() + ": " + e, e);
    }
  }

  @Override
  public String head() {
    lock.lock();
    try {
      return head;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sync() {
    lock.lock();
    try {
      syncFiles();
    } catch (IOException e) {
      throw refused(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Path folder() {
    return run.path();
  }

  @Override
  public void close() {
    groups.close();
    lock.lock();
    try (file;
        bodies) {
      if (broken != null) {
        bodies.cutUnnamed();
      }
      syncFiles();
      reserve.free();
    } catch (IOException e) {
      throw refused(e);
    } finally {
      lock.unlock();
    }
  }
}
