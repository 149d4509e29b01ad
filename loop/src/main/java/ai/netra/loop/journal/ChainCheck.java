package ai.netra.loop.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.RunStarted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes raw lines in their order and says of each whether it is whole and follows the last. */
final class ChainCheck {

  /** The one schema of journals so far. */
  static final int SCHEMA = 1;

  private static final Pattern KIND = Pattern.compile("\"kind\":\"([a-z.]{1,40})\"");

  private final JsonMapper mapper = JournalMapper.reading();
  private final List<Line> lines = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private long expected = 1;
  private String prev = RawLine.NO_HASH;

  void add(byte[] bytes) {
    String hash = RawLine.hashOf(bytes);
    if (!RawLine.endsWith(bytes, hash)) {
      findings.add(
          new Finding(
              expected,
              kindOf(bytes),
              "its bytes have the SHA-256 " + hash + ", not the one it ends with"));
    }
    try {
      check(mapper.readValue(bytes, RawLine.class));
    } catch (JacksonException e) {
      findings.add(
          new Finding(
              expected, kindOf(bytes), "is not a line of a journal: " + e.getOriginalMessage()));
      prev = hash;
      expected++;
    }
  }

  /** A whole line with something else behind it was not torn: its line feed was changed. */
  void checkTorn(byte[] torn) {
    byte[] line = Arrays.copyOf(torn, Math.max(0, torn.length - 1));
    if (RawLine.endsWith(line, RawLine.hashOf(line))) {
      findings.add(new Finding(expected, kindOf(line), "its line feed is changed"));
    }
  }

  List<Line> lines() {
    return lines;
  }

  List<Finding> findings() {
    return findings;
  }

  private void check(RawLine raw) {
    if (raw.n() != expected) {
      findings.add(
          new Finding(
              expected,
              raw.kind(),
              "has the number " + raw.n() + " where " + expected + " must stand"));
    }
    if (!raw.prev().equals(prev)) {
      findings.add(
          new Finding(
              raw.n(), raw.kind(), "prev is " + raw.prev() + ", the line above has " + prev));
    }
    prev = raw.hash();
    expected = raw.n() + 1;
    toLine(raw).ifPresent(this::addLine);
  }

  private void addLine(Line line) {
    boolean first = lines.isEmpty() && line.n() == 1;
    if (first && !(line.data() instanceof RunStarted started && started.schema() == SCHEMA)) {
      findings.add(
          new Finding(
              1, line.kind().wireName(), "the first line is run.started of schema " + SCHEMA));
    }
    lines.add(line);
  }

  private Optional<Line> toLine(RawLine raw) {
    Optional<EntryKind> kind =
        Arrays.stream(EntryKind.values()).filter(k -> k.wireName().equals(raw.kind())).findAny();
    if (kind.isEmpty()) {
      findings.add(new Finding(raw.n(), raw.kind(), "there is no such kind of line"));
      return Optional.empty();
    }
    try {
      Entry data = mapper.treeToValue(raw.data(), kind.get().type());
      return Optional.of(
          new Line(
              raw.n(),
              raw.time(),
              raw.monoNs(),
              raw.round(),
              kind.get(),
              raw.key(),
              data,
              raw.refs(),
              raw.prev(),
              raw.hash()));
    } catch (JacksonException e) {
      findings.add(
          new Finding(raw.n(), raw.kind(), "data is not of its kind: " + e.getOriginalMessage()));
      return Optional.empty();
    }
  }

  private static String kindOf(byte[] bytes) {
    Matcher kind = KIND.matcher(new String(bytes, UTF_8));
    return kind.find() ? kind.group(1) : "unreadable";
  }
}
