package ai.netra.backend.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on what is in it alone: stored, not compressed, and all of one date. */
final class StoredZip {

  private static final LocalDateTime FIRST_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StoredZip() {}

  static byte[] of(List<CsvTable> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (CsvTable table : tables) {
        byte[] file = table.text().getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(entry(table.name() + ".csv", file));
        zip.write(file);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory could not be written", e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] file) {
    CRC32 checksum = new CRC32();
    checksum.update(file);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(file.length);
    entry.setCompressedSize(file.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(FIRST_DATE);
    return entry;
  }
}
