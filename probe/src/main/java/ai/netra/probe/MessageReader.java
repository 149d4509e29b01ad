package ai.netra.probe;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one flat JSON object of strings, strictly. */
final class MessageReader {

  private static final int HEX_DIGITS = 4;

  private final String line;
  private int at;

  MessageReader(String line) {
    this.line = line;
  }

  Map<String, String> read() {
    Map<String, String> fields = new LinkedHashMap<>();
    expect('{');
    if (next() != '}') {
      back();
      do {
        String name = string();
        expect(':');
        fields.put(name, string());
      } while (more());
    }
    if (!line.substring(at).isBlank()) {
      throw wrong("the end of the line");
    }
    return fields;
  }

  private boolean more() {
    char c = next();
    if (c != ',' && c != '}') {
      throw wrong("',' or '}'");
    }
    return c == ',';
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    for (char c = take(); c != '"'; c = take()) {
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape of JSON");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      int digit = Character.digit(take(), 16);
      if (digit < 0) {
        throw wrong("four hex digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw wrong("'" + wanted + "'");
    }
  }

  private char next() {
    char c = take();
    while (c == ' ' || c == '\t') {
      c = take();
    }
    return c;
  }

  private char take() {
    if (at >= line.length()) {
      throw wrong("more");
    }
    return line.charAt(at++);
  }

  private void back() {
    at--;
  }

  private IllegalArgumentException wrong(String wanted) {
    return new IllegalArgumentException(
        "a message is a flat JSON object of strings; at " + at + " of " + line + ": no " + wanted);
  }
}
