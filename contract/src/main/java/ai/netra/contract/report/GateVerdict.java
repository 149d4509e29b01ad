package ai.netra.contract.report;

import java.util.List;

/**
 * What the quality gate said of an answer.
 *
 * @param passed whether the text that left passed every check
 * @param failed the checks that a text failed on the way: {@code numbers}, {@code names}, {@code
 *     complete}
 */
public record GateVerdict(boolean passed, List<String> failed) {

  public GateVerdict {
    failed = List.copyOf(failed);
  }
}
