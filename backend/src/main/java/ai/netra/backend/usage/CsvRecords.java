package ai.netra.backend.usage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a CSV text into records: quoted fields may hold separators, line breaks, doubled quotes. */
final class CsvRecords {

  /** What one record may have of characters. */
  static final int MOST_CHARACTERS = 1 << 20;

  private final Characters characters;
  private final char separator;
  private final StringBuilder field = new StringBuilder();

  CsvRecords(Characters characters, char separator) {
    this.characters = characters;
    this.separator = separator;
  }

  /**
   * A record.
   *
   * @param line where it begins
   * @param problem the rule that it breaks as text, or null
   */
  record Cut(long line, List<String> fields, int length, @Nullable String problem) {}

  /** The next record that is no blank line, or null at the end. */
  @Nullable Cut next() throws IOException {
    while (characters.peek() == '\n' || characters.peek() == '\r') {
      characters.read();
    }
    return characters.peek() == Characters.END ? null : record();
  }

  private Cut record() throws IOException {
    long line = characters.line();
    List<String> fields = new ArrayList<>();
    int length = 0;
    while (true) {
      field.setLength(0);
      boolean closed = true;
      if (characters.peek() == '"') {
        characters.read();
        closed = quoted(MOST_CHARACTERS - length);
      }
      int end = plain(MOST_CHARACTERS - length);
      length += field.length();
      fields.add(field.toString());
      if (!closed) {
        return new Cut(line, fields, length, "a closing quote");
      }
      if (end != separator) {
        return new Cut(line, fields, length, null);
      }
    }
  }

  /** Up to the closing quote; what is over the room is read and dropped. */
  private boolean quoted(int room) throws IOException {
    while (true) {
      int next = characters.read();
      if (next == Characters.END) {
        return false;
      }
      if (next == '"') {
        if (characters.peek() != '"') {
          return true;
        }
        characters.read();
      }
      append(next, room);
    }
  }

  /** Up to a separator or the end of the line, which is returned. */
  private int plain(int room) throws IOException {
    while (true) {
      int next = characters.read();
      if (next == separator || next == '\n' || next == Characters.END) {
        return next;
      }
      append(next, room);
    }
  }

  private void append(int character, int room) {
    if (field.length() <= room) {
      field.append((char) character);
    }
  }
}
