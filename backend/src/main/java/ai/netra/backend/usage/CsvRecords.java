package ai.netra.backend.usage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a CSV file into records: quoted fields may hold separators, line breaks, doubled quotes.
 * CRLF, LF and CR end a line. Fields stay where they are in the window of bytes. One thread.
 */
final class CsvRecords {

  private static final int FIRST_FIELDS = 64;

  private final ByteWindow window;
  private int separator = ',';
  private int[] from = new int[FIRST_FIELDS];
  private int[] to = new int[FIRST_FIELDS];
  private int count;
  private int length;
  private long line = 1;
  private long begunOn;
  private boolean closed;

  CsvRecords(ByteWindow window) {
    this.window = window;
  }

  void separator(char character) {
    separator = character;
  }

  /** Goes to the next record that is no blank line; false at the end. */
  boolean next() throws IOException {
    window.begin(length);
    length = 0;
    while (window.at(0) == '\n' || window.at(0) == '\r') {
      window.begin(endOfLine(0));
    }
    if (window.at(0) == ByteWindow.END) {
      return false;
    }
    begunOn = line;
    record();
    return true;
  }

  /** The physical line that the record begins on, from 1. */
  long line() {
    return begunOn;
  }

  /** How many fields it has. */
  int count() {
    return count;
  }

  /** Whether each quote of it was closed before the file ended. */
  boolean isClosed() {
    return closed;
  }

  /** Its bytes with all separators; more than any record may have where it was cut. */
  int length() {
    return window.isOverlong() ? Integer.MAX_VALUE : length;
  }

  byte[] bytes() {
    return window.bytes();
  }

  int from(int field) {
    return window.origin() + from[field];
  }

  int to(int field) {
    return window.origin() + to[field];
  }

  String text(int field) {
    return new String(bytes(), from(field), to[field] - from[field], StandardCharsets.UTF_8);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(window.isOverlong() ? "" : text(i));
    }
    return texts;
  }

  private void record() throws IOException {
    count = 0;
    closed = true;
    int place = 0;
    while (true) {
      place = window.at(place) == '"' ? quoted(place + 1) : plain(place);
      int end = window.at(place);
      if (end != separator) {
        length = end == ByteWindow.END ? place : endOfLine(place);
        return;
      }
      place = window.reached(place + 1);
    }
  }

  /** A field up to its separator or the end of the line, whose place is returned. */
  private int plain(int start) throws IOException {
    int begin = start;
    int place = start;
    while (true) {
      place = unquotedEnd(place);
      if (place < window.size() || window.at(place) == ByteWindow.END) {
        field(begin, place);
        return place;
      }
      place = window.reached(place);
      begin = Math.min(begin, place);
    }
  }

  /** The next separator or line end, or the end of what was read. */
  private int unquotedEnd(int start) {
    byte[] bytes = window.bytes();
    int origin = window.origin();
    int last = origin + window.size();
    for (int i = origin + start; i < last; i++) {
      byte each = bytes[i];
      if (each == separator || each == '\n' || each == '\r') {
        return i - origin;
      }
    }
    return last - origin;
  }

  /** A field from behind its quote; what it stands for is moved together in place. */
  private int quoted(int start) throws IOException {
    int begin = start;
    int place = start;
    int written = start;
    boolean inside = true;
    while (true) {
      int next = window.at(place);
      if (next == ByteWindow.END || (!inside && endsField(next))) {
        closed &= !inside;
        field(begin, written);
        return place;
      }
      int width = 1;
      if (inside && next == '"') {
        inside = window.at(place + 1) == '"';
        width = inside ? 2 : 1;
        written = inside ? put(written, next) : written;
      } else if (next == '\n' || next == '\r') {
        width = endOfLine(place) - place;
        written = put(written, '\n');
      } else {
        written = put(written, next);
      }
      place = window.reached(place + width);
      written = Math.min(written, place);
      begin = Math.min(begin, place);
    }
  }

  private boolean endsField(int character) {
    return character == separator || character == '\n' || character == '\r';
  }

  private int put(int place, int character) {
    window.bytes()[window.origin() + place] = (byte) character;
    return place + 1;
  }

  /** Counts the line and returns the place behind its end. */
  private int endOfLine(int place) throws IOException {
    line++;
    return window.at(place) == '\r' && window.at(place + 1) == '\n' ? place + 2 : place + 1;
  }

  private void field(int begin, int end) {
    if (window.isOverlong()) {
      return; // what it held was dropped
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    from[count] = begin;
    to[count++] = end;
  }
}
