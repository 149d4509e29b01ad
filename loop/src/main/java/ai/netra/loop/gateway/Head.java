package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The lines of a head as they came, each with its line end: the start line, the fields, the empty
 * line. Whatever is not rewritten keeps its bytes.
 */
record Head(List<String> lines) {

  private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\x00]*");

  Head {
    lines = List.copyOf(lines);
  }

  /** Reads a head; empty when it does not end with an empty line or a line is not a field. */
  static Optional<Head> parse(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text.substring(from, end + 1));
      from = end + 1;
    }
    boolean whole = from == text.length() && lines.size() >= 2 && lines.getLast().isBlank();
    return whole && fieldsAreReadable(lines) ? Optional.of(new Head(lines)) : Optional.empty();
  }

  private static boolean fieldsAreReadable(List<String> lines) {
    return lines.subList(1, lines.size() - 1).stream()
        .allMatch(
            line ->
                FIELD.matcher(line.strip()).matches()
                    && !line.startsWith(" ")
                    && !line.startsWith("\t"));
  }

  String startLine() {
    return lines.getFirst().strip();
  }

  /** The values of a field, in their order; empty for none. */
  List<String> values(String name) {
    return lines.stream().filter(line -> isField(line, name)).map(Head::value).toList();
  }

  /** The comma-separated items of a field over all its lines, in lower case. */
  List<String> items(String name) {
    return values(name).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(item -> item.strip().toLowerCase(Locale.ROOT))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The head with each value of a field replaced; a line whose value stays keeps its bytes. */
  Head map(String name, UnaryOperator<String> change) {
    List<String> changed = new ArrayList<>(lines);
    changed.replaceAll(line -> isField(line, name) ? changed(line, change) : line);
    return new Head(changed);
  }

  /** The head without a field. */
  Head without(String name) {
    return new Head(lines.stream().filter(line -> !isField(line, name)).toList());
  }

  /** The head with one more field at its end. */
  Head with(String name, String value) {
    List<String> more = new ArrayList<>(lines);
    more.add(more.size() - 1, name + ": " + value + "\r\n");
    return new Head(more);
  }

  byte[] bytes() {
    return String.join("", lines).getBytes(ISO_8859_1);
  }

  private static String changed(String line, UnaryOperator<String> change) {
    String value = value(line);
    String replaced = change.apply(value);
    if (replaced.equals(value)) {
      return line;
    }
    int at = line.indexOf(value, line.indexOf(':') + 1);
    return line.substring(0, at) + replaced + line.substring(at + value.length());
  }

  private static boolean isField(String line, String name) {
    return line.length() > name.length()
        && line.charAt(name.length()) == ':'
        && line.regionMatches(true, 0, name, 0, name.length());
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
