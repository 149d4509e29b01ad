package ai.netra.loop.report;

import java.util.List;

/**
 * A section of a report: what the records give, or why there is nothing.
 *
 * @param id what it is called in JSON and in links
 * @param why empty where there are blocks
 */
record Section(String id, String title, String why, List<Block> blocks) {

  Section {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty() == why.isEmpty()) {
      throw new IllegalArgumentException(
          "section " + id + ": holds blocks or says why it is empty, got '" + why + "', " + blocks);
    }
  }

  static Section of(String id, String title, Block... blocks) {
    return new Section(id, title, "", List.of(blocks));
  }

  static Section empty(String id, String title, String why) {
    return new Section(id, title, why, List.of());
  }
}
