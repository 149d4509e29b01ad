package ai.netra.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the talk between loop and worker: a flat JSON object whose values are strings. The
 * probe carries no library, so it reads and writes this much JSON itself.
 */
record Message(Map<String, String> fields) {

  Message {
    fields = new LinkedHashMap<>(fields);
  }

  /** A message of names and values in turn; a name with a null value is left out. */
  static Message of(@Nullable String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      String value = namesAndValues[i + 1];
      if (name != null && value != null) {
        fields.put(name, value);
      }
    }
    return new Message(fields);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is no flat object of strings
   */
  static Message parse(String line) {
    return new Message(new MessageReader(line).read());
  }

  /** The field's value. */
  String get(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a message needs '" + name + "', this has " + fields);
    }
    return value;
  }

  /** The message as one line of JSON without the line break. */
  String line() {
    StringBuilder line = new StringBuilder("{");
    fields.forEach(
        (name, value) -> {
          line.append(line.length() == 1 ? "" : ",");
          quote(line, name);
          line.append(':');
          quote(line, value);
        });
    return line.append('}').toString();
  }

  private static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      append(line, text.charAt(i));
    }
    line.append('"');
  }

  private static void append(StringBuilder line, char c) {
    if (c == '"' || c == '\\') {
      line.append('\\').append(c);
      return;
    }
    // Lone surrogates would not survive UTF-8, and control characters may not stand in a string.
    if (c < ' ' || Character.isSurrogate(c)) {
      line.append(String.format("\\u%04x", (int) c));
      return;
    }
    line.append(c);
  }
}
