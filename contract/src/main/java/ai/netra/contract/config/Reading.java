package ai.netra.contract.config;

import java.util.List;

/** What came of reading an environment. */
public sealed interface Reading {

  /** Every value keeps its rule. */
  record Accepted(Configuration configuration) implements Reading {}

  /** The start is refused, with all findings at once, in the order of {@code config.yaml}. */
  record Refused(List<Finding> findings) implements Reading {

    /** The list for standard error: a headline, then a line each. */
    public String text(String service) {
      StringBuilder text =
          new StringBuilder(
              "%s: refused to start; findings: %d%n".formatted(service, findings.size()));
      findings.forEach(
          finding -> text.append("  ").append(finding.line()).append(System.lineSeparator()));
      return text.toString();
    }
  }
}
