package ai.netra.loop.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes secrets out of everything before it is written: declared values, what {@link SecretShape}
 * knows by its shape, and in bodies random text too. Applying it twice changes nothing more.
 */
public final class Redaction {

  /** What stands where a secret stood. */
  public static final String MARK = "[redacted]";

  /** Declared values shorter than this are refused by the deploy as weak, and would hit words. */
  private static final int SHORTEST_SECRET = 6;

  /** At the end of a body, at least so many first characters of a declared value are one. */
  private static final int SHORTEST_PREFIX = 8;

  /** Replaced as a whole; a deploy adds what it generates while others write. */
  private volatile List<String> secrets;

  private Redaction(Collection<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** A redaction that knows these values, besides the shapes that it always knows. */
  public static Redaction of(Collection<String> values) {
    return new Redaction(forms(values));
  }

  /** From now on these values are taken out too. */
  public synchronized void learn(Collection<String> values) {
    Set<String> more = new TreeSet<>(secrets);
    more.addAll(forms(values));
    secrets = List.copyOf(more);
  }

  private static Set<String> forms(Collection<String> values) {
    Set<String> forms = new TreeSet<>();
    for (String value : values) {
      if (value.length() >= SHORTEST_SECRET) {
        forms.add(value);
        forms.add(bytewise(value));
        forms.add(URLEncoder.encode(value, UTF_8));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)));
      }
    }
    return forms;
  }

  /** The text of a field of a record without its secrets. */
  public String text(String text) {
    List<Span> spans = spans(text);
    return spans.isEmpty() ? text : Span.replace(text, spans, MARK);
  }

  /**
   * The bytes of a body, in any encoding, without its secrets and without random text. Its end may
   * be the place where it was cut, so the beginning of a secret there is taken out as well.
   */
  public byte[] body(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<Span> spans = spans(text);
    spans.addAll(RandomText.in(text));
    secrets.forEach(secret -> addCutOne(text, secret, spans));
    return Span.replace(text, spans, MARK).getBytes(ISO_8859_1);
  }

  /** Where secrets stand in a text; a list of the caller's own. */
  List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>(SecretShape.inText(text));
    secrets.forEach(secret -> addOccurrences(text, secret, spans));
    return spans;
  }

  private static void addOccurrences(String text, String secret, List<Span> spans) {
    int from = text.indexOf(secret);
    while (from >= 0) {
      spans.add(new Span(from, from + secret.length()));
      from = text.indexOf(secret, from + 1);
    }
  }

  private static void addCutOne(String text, String secret, List<Span> spans) {
    int longest = Math.min(secret.length() - 1, text.length());
    for (int length = longest; length >= SHORTEST_PREFIX; length--) {
      if (text.regionMatches(text.length() - length, secret, 0, length)) {
        spans.add(new Span(text.length() - length, text.length()));
        return;
      }
    }
  }

  /** The UTF-8 bytes of a value as a text of one character a byte, as bodies are searched. */
  private static String bytewise(String value) {
    return new String(value.getBytes(UTF_8), ISO_8859_1);
  }
}
