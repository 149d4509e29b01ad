package ai.netra.backend.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * The golden set DIRTY: 50 000 lines, 1 000 of them bad in 8 ways, 5 000 with an id that was there,
 * 1 000 of these with other content.
 */
final class Dirty {

  private static final int LINES = 50_000;
  private static final List<String> BAD =
      List.of(
          "bad%d,yesterday,m,1,1",
          "bad%d,2019-12-31T23:59:59Z,m,1,1",
          "bad%d,2026-01-05T00:00:00Z,,1,1",
          "bad%d,2026-01-05T00:00:00Z,m,-3,1",
          "bad%d,2026-01-05T00:00:00Z,m,1000000001,1",
          "bad%d,2026-01-05T00:00:00Z,m,1,1.5",
          "bad%d,2026-01-05T00:00:00Z,m,1",
          "bad%d,2026-01-05T00:00:00Z,m,,1");

  private Dirty() {}

  static String file() {
    StringBuilder text =
        new StringBuilder("request_id,timestamp,model,input_tokens,output_tokens\n");
    int bad = 0;
    int id = 0;
    int repeated = 0;
    for (int i = 0; i < LINES; i++) {
      if (i % 50 == 7) {
        text.append(BAD.get(bad % BAD.size()).formatted(bad++));
      } else if (i % 10 == 9) {
        int input = repeated % 5 == 0 ? 999 : 100;
        text.append(line(repeated++, input));
      } else {
        text.append(line(id++, 100));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Physical lines, the header is 1. */
  static List<Long> badLines() {
    List<Long> lines = new ArrayList<>();
    for (long i = 7; i < LINES; i += 50) {
      lines.add(i + 2);
    }
    return lines;
  }

  private static String line(int id, int input) {
    return "r%d,2026-01-%02dT00:00:00Z,m,%d,10".formatted(id, 5 + id % 20, input);
  }
}
