package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

  @Test
  void fieldsKeepWhatTheirQuotesHold() throws IOException {
    assertThat(records("a,\"b,\"\"c\"\"\",\"\"\nx,\"two\r\nlines\"z,\n"))
        .containsExactly(List.of("a", "b,\"c\"", ""), List.of("x", "two\nlinesz", ""));
  }

  @Test
  void everyLineEndEndsARecordAndBlankLinesAreNone() throws IOException {
    assertThat(records("a,b\r\n\r\n\nc,d\re,f"))
        .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
  }

  @Test
  void aRecordBeginsOnItsPhysicalLine() throws IOException {
    CsvRecords records = of("a\n\"two\nlines\"\r\n\nb", Integer.MAX_VALUE);
    List<Long> lines = new ArrayList<>();
    while (records.next()) {
      lines.add(records.line());
    }

    assertThat(lines).containsExactly(1L, 2L, 5L);
  }

  @Test
  void fieldsAreWholeHoweverFewBytesComeAtOnce() throws IOException {
    String text = "ä€𝄞,\"q\"\"r\"\r\n".repeat(3_000) + "end,\"x\ny\"";
    List<List<String>> whole = records(text);

    for (int bytes : new int[] {1, 7, 4_093}) {
      assertThat(all(of(text, bytes))).isEqualTo(whole);
    }
    assertThat(whole).hasSize(3_001).endsWith(List.of("end", "x\ny"));
    assertThat(whole.getFirst()).containsExactly("ä€𝄞", "q\"r");
  }

  @Test
  void anOverlongRecordIsToldAndTheNextOneIsWhole() throws IOException {
    String much = "x".repeat(3 * ByteWindow.MOST_BYTES);
    for (String overlong : List.of(much, "\"" + much + "\n\"", "a,".repeat(much.length()))) {
      CsvRecords records = of(overlong + "\nb,c\n", Integer.MAX_VALUE);

      assertThat(records.next()).isTrue();
      assertThat(records.length()).isGreaterThan(ByteWindow.MOST_BYTES);
      assertThat(all(records)).containsExactly(List.of("b", "c"));
    }
  }

  @Test
  void aQuoteThatIsNeverClosedIsTold() throws IOException {
    CsvRecords records = of("a,\"b\nc", Integer.MAX_VALUE);

    assertThat(records.next()).isTrue();
    assertThat(records.isClosed()).isFalse();
    assertThat(records.next()).isFalse();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstField() throws IOException {
    assertThat(records("\uFEFFa,b\n")).containsExactly(List.of("a", "b"));
  }

  private static List<List<String>> records(String text) throws IOException {
    return all(of(text, Integer.MAX_VALUE));
  }

  private static List<List<String>> all(CsvRecords records) throws IOException {
    List<List<String>> all = new ArrayList<>();
    while (records.next()) {
      all.add(records.texts());
    }
    return all;
  }

  /** Records of a text that a stream gives so many bytes at a time of. */
  private static CsvRecords of(String text, int atOnce) throws IOException {
    InputStream stream =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, atOnce));
          }
        };
    return new CsvRecords(new ByteWindow(stream));
  }
}
