package ai.netra.backend.usage;

import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a body, or the file within a form, onto the disk of the data folder. */
final class Uploads {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String FORM = "multipart/form-data";

  private final UsageSettings settings;
  private final UsageAllowance allowance;
  private final Ids ids;

  Uploads(UsageSettings settings, UsageAllowance allowance, Ids ids) {
    this.settings = settings;
    this.allowance = allowance;
    this.ids = ids;
  }

  /** A file that waits to be taken; what nobody took goes when it is closed. */
  record Kept(Path file, ImportOptions.Format format, boolean gzip) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Reads a request's body to its end.
   *
   * @throws Refused BODY_TOO_LARGE over the plan's bytes, UNSUPPORTED_MEDIA_TYPE for what is no
   *     file of usage
   */
  Kept keep(InputStream body, @Nullable String contentType, @Nullable String encoding)
      throws IOException {
    String type = mediaType(contentType);
    boolean gzip = gzip(encoding);
    if (type.equals(FORM)) {
      FormPart part = FormPart.first(body, String.valueOf(contentType));
      ImportOptions.Format format = format(mediaType(part.contentType()), part.fileName());
      return new Kept(copied(part.content()), format, gzip || part.isPacked());
    }
    ImportOptions.Format format = format(type, null);
    return new Kept(copied(body), format, gzip);
  }

  private Path copied(InputStream body) throws IOException {
    long most = allowance.uploadBytes();
    Path file = settings.staging().resolve(ids.next("upl_"));
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          throw tooLarge(most);
        }
        out.write(buffer, 0, read);
      }
      return file;
    } catch (IOException | Refused e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Refused tooLarge(long most) {
    return new Refused(
        ErrorCode.BODY_TOO_LARGE,
        "body: at most %d bytes on plan %s, got more".formatted(most, allowance.planName()),
        Map.of("limit_bytes", most));
  }

  private static ImportOptions.Format format(String type, @Nullable String fileName) {
    for (ImportOptions.Format format : ImportOptions.Format.values()) {
      boolean named = fileName != null && fileName.contains("." + format.wireName());
      if (type.equals(format.mediaType()) || named) {
        return format;
      }
    }
    throw new Refused(
        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
        "Content-Type: text/csv or application/x-ndjson, got " + type);
  }

  private static String mediaType(@Nullable String header) {
    return header == null ? "nothing" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean gzip(@Nullable String encoding) {
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (encoding.equalsIgnoreCase("gzip")) {
      return true;
    }
    throw new Refused(
        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding: gzip or none, got " + encoding);
  }
}
