package ai.netra.loop.journal;

import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exited;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The one writer of a run's journal. Safe for use by many threads; lines get their numbers in the
 * order of calls. Texts and bodies are redacted here, before anything is written.
 */
public interface Journal extends AutoCloseable {

  /**
   * Appends a line and returns its number. Returns once it is on the disk for kinds that are synced
   * singly; others follow within 50 ms or 256 lines.
   *
   * @param key the key of the side effect or thing the line is about, unique where the kind says
   *     so; else empty
   * @param refs numbers of the lines this one rests on
   * @throws JournalFailure when the disk refuses; the run must stop
   */
  long append(int round, String key, Entry entry, List<Long> refs);

  /**
   * Keeps a body of the round in {@code bodies.pack}, without its secrets, and says where; it is
   * synced with the lines that follow.
   *
   * @param bytes at most 1 MiB; what is larger is an artifact
   */
  BodyRef body(int round, byte[] bytes);

  /**
   * Keeps a copy of a file, without its secrets, under its SHA-256 in the run's {@code artifacts}
   * and returns the hash in hex.
   */
  String artifact(Path file);

  /**
   * Appends what a process tells of itself. Once it ended its output is an artifact, named in the
   * line; where the disk refuses that, its end is told without, since a full disk ends the run.
   *
   * @param output the file that the process wrote to
   */
  default long process(int round, Entry entry, Path output) {
    if (!(entry instanceof Exited exited) || !Files.exists(output)) {
      return append(round, "", entry, List.of());
    }
    try {
      return append(round, "", exited.withOutput(artifact(output)), List.of());
    } catch (JournalFailure e) {
      return append(round, "", exited.withOutput(null), List.of());
    }
  }

  /** The hash of the last line so far, in hex. */
  String head();

  /** Puts everything appended so far on the disk. */
  void sync();

  /** The folder of the run. */
  Path folder();

  @Override
  void close();
}
