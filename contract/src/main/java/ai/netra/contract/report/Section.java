package ai.netra.contract.report;

import java.util.List;

/**
 * A part of the answer.
 *
 * @param number its place among the thirteen sections a report can have
 * @param facts ids of the facts that its text renders
 */
public record Section(String id, int number, String title, String markdown, List<String> facts) {

  public Section {
    facts = List.copyOf(facts);
  }
}
