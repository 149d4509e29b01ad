package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A part of the answer.
 *
 * @param number its place among the thirteen sections a report can have
 * @param facts ids of the facts that its text renders
 * @param numbers each place where it renders one; empty in reports of older versions
 */
public record Section(
    String id,
    int number,
    String title,
    String markdown,
    List<String> facts,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<RenderedFact> numbers) {

  public Section {
    facts = List.copyOf(facts);
    numbers = List.copyOf(numbers);
  }
}
