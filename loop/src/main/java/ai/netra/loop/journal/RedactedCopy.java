package ai.netra.loop.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Copies a stream of any length without its secrets. It is read in blocks, and what is written ends
 * at a line end that no secret crosses, so that none slips through between two blocks.
 */
final class RedactedCopy {

  /** A line, or a key without its end, that is longer is taken as it comes. */
  private static final int MOST_BYTES = 1 << 24;

  private final Redaction redaction;
  private final int blockBytes;

  RedactedCopy(Redaction redaction, int blockBytes) {
    this.redaction = redaction;
    this.blockBytes = blockBytes;
  }

  void copy(InputStream in, OutputStream out) throws IOException {
    String rest = "";
    for (byte[] block = in.readNBytes(blockBytes);
        block.length > 0;
        block = in.readNBytes(blockBytes)) {
      String text = rest + new String(block, ISO_8859_1);
      List<Span> spans = redaction.spans(text);
      int cut = cut(text, spans);
      out.write(redacted(text.substring(0, cut), spans));
      rest = text.substring(cut);
    }
    out.write(redacted(rest, redaction.spans(rest)));
  }

  private static byte[] redacted(String text, List<Span> spans) {
    List<Span> inside = spans.stream().filter(span -> span.to() <= text.length()).toList();
    return Span.replace(text, inside, Redaction.MARK).getBytes(ISO_8859_1);
  }

  /** The end of the last line that is whole and behind which no secret goes on. */
  private static int cut(String text, List<Span> spans) {
    if (text.length() > MOST_BYTES) {
      return text.length();
    }
    int cut = text.lastIndexOf('\n') + 1;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Span span : spans) {
        if (span.from() < cut && cut <= span.to()) {
          cut = span.from();
          moved = true;
        }
      }
    }
    return cut;
  }
}
