package ai.netra.loop.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Where the journal's files are opened; the one place a full disk can show itself. */
interface Disk {

  /** Opens a file for appending, made where it is missing. */
  AppendFile open(Path file) throws IOException;

  /** A file that only grows. Not safe for many threads. */
  interface AppendFile extends AutoCloseable {

    /** The length that all complete appends add up to. */
    long length();

    /** Appends all of the bytes, or none: what a failed append left is cut off again. */
    void append(byte[] bytes) throws IOException;

    /** Cuts the file to a length that it had before. */
    void truncate(long newLength) throws IOException;

    /** Returns when everything appended is on the disk. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
  }
}
