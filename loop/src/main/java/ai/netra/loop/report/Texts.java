package ai.netra.loop.report;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What the pages for people have in common. */
final class Texts {

  private static final int LONGEST = 300;
  private static final int SHOWN_RECORDS = 3;

  private Texts() {}

  /** On one line; what is longer stands in the JSON format. */
  static String shortened(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "…";
  }

  /** The records that a page links to; the others stand in the JSON format. */
  static List<Long> shown(List<Long> records) {
    return records.stream().limit(SHOWN_RECORDS).toList();
  }

  /** The links, and how many more records there are. */
  static String joined(List<Long> records, LongFunction<String> link) {
    String links = shown(records).stream().map(link::apply).collect(Collectors.joining(" "));
    int more = records.size() - SHOWN_RECORDS;
    return more > 0 ? links + " and " + more + " more" : links;
  }
}
