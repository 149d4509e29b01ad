package ai.netra.loop.journal;

import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Exchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open bodies.pack of each round. Not safe for many threads: the journal's lock owns it. */
final class Bodies implements AutoCloseable {

  /** What is larger is kept as an artifact. */
  static final int LARGEST_BODY_BYTES = 1 << 20;

  private final RunFolder run;
  private final Disk disk;
  private final Redaction redaction;
  private final Map<Integer, Disk.AppendFile> packs = new HashMap<>();

  /** Where the last body ends that a line names, by round. */
  private final Map<Integer, Long> named = new HashMap<>();

  Bodies(RunFolder run, Disk disk, Redaction redaction) {
    this.run = run;
    this.disk = disk;
    this.redaction = redaction;
  }

  BodyRef append(int round, byte[] bytes) throws IOException {
    if (bytes.length > LARGEST_BODY_BYTES) {
      throw new IllegalArgumentException(
          "body: at most " + LARGEST_BODY_BYTES + " bytes, got " + bytes.length);
    }
    byte[] kept = redaction.body(bytes);
    Disk.AppendFile pack = pack(round);
    long offset = pack.length();
    pack.append(kept);
    return new BodyRef(offset, kept.length, Sha256.of(kept));
  }

  private Disk.AppendFile pack(int round) throws IOException {
    Disk.AppendFile pack = packs.get(round);
    if (pack == null) {
      pack = disk.open(run.bodies(round));
      packs.put(round, pack);
      named.put(round, pack.length());
    }
    return pack;
  }

  /** The bodies of this exchange are named by a line that is written. */
  void named(int round, Exchange exchange) {
    named(round, exchange.request().ref());
    named(round, exchange.response().ref());
  }

  private void named(int round, @Nullable BodyRef ref) {
    if (ref != null) {
      named.merge(round, ref.offset() + ref.length(), Math::max);
    }
  }

  /** Cuts the bodies whose line could not be written any more. */
  void cutUnnamed() throws IOException {
    for (Map.Entry<Integer, Disk.AppendFile> pack : packs.entrySet()) {
      pack.getValue().truncate(named.getOrDefault(pack.getKey(), 0L));
    }
  }

  void sync() throws IOException {
    for (Disk.AppendFile pack : packs.values()) {
      pack.sync();
    }
  }

  @Override
  public void close() throws IOException {
    for (Disk.AppendFile pack : packs.values()) {
      pack.close();
    }
  }
}
