package ai.netra.backend.usage;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first file of a multipart form (RFC 7578), as a stream that ends where the part does.
 *
 * @param contentType of the part, or null
 */
record FormPart(@Nullable String contentType, @Nullable String fileName, InputStream content) {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";]{1,70})\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME =
      Pattern.compile("filename=\"([^\"]{0,200})\"", Pattern.CASE_INSENSITIVE);
  private static final int MOST_LINE = 8 * 1024;

  /** Whether its name says that it is packed. */
  boolean isPacked() {
    return fileName != null && fileName.endsWith(".gz");
  }

  /**
   * Finds the first part that is a file.
   *
   * @throws Refused BAD_REQUEST for a form without one
   */
  static FormPart first(InputStream body, String formType) throws IOException {
    Matcher boundary = BOUNDARY.matcher(formType);
    if (!boundary.find()) {
      throw bad("a boundary in its Content-Type");
    }
    InputStream form = new BufferedInputStream(body, 1 << 16);
    byte[] delimiter = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    InputStream preamble = new PartStream(form, delimiter, true);
    preamble.skip(Long.MAX_VALUE);
    while (!line(form).startsWith("--")) {
      Map<String, String> headers = headers(form);
      InputStream content = new PartStream(form, delimiter, false);
      Matcher name = FILE_NAME.matcher(headers.getOrDefault("content-disposition", ""));
      if (name.find()) {
        return new FormPart(headers.get("content-type"), name.group(1), content);
      }
      content.skip(Long.MAX_VALUE);
    }
    throw bad("a part that is a file");
  }

  private static Map<String, String> headers(InputStream form) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(form); !line.isEmpty(); line = line(form)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /** Up to the next CRLF. The end of the form counts as its closing mark. */
  private static String line(InputStream form) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = form.read(); next != '\n'; next = form.read()) {
      if (next < 0) {
        throw bad("complete parts");
      }
      if (line.size() > MOST_LINE) {
        throw bad("header lines of at most 8 KiB");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  static Refused bad(String rule) {
    return new Refused(ErrorCode.BAD_REQUEST, "form: " + rule + " is expected");
  }
}
