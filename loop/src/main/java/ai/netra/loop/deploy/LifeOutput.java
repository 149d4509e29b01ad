package ai.netra.loop.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one process wrote into files that earlier ones of the same seat wrote to as well. */
record LifeOutput(Seat seat, long logFrom, long errorsFrom) {

  private static final int MOST_BYTES = 1 << 20;

  /** The output of a process that is about to start. */
  static LifeOutput begin(Seat seat) {
    return new LifeOutput(seat, seat.log().toFile().length(), seat.errors().toFile().length());
  }

  /** Standard output, then standard error; of each the last MiB. */
  String text() throws IOException {
    return text(seat.log(), logFrom) + text(seat.errors(), errorsFrom);
  }

  private static String text(Path file, long from) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      long begin = Math.max(from, open.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (open.length() - begin)];
      open.seek(begin);
      open.readFully(bytes);
      return new String(bytes, UTF_8);
    }
  }
}
