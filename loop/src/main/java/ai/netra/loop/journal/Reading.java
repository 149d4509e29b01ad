package ai.netra.loop.journal;

import java.util.List;

/**
 * A journal read from its folder.
 *
 * @param lines the lines that could be read, in their order
 * @param findings every damage; empty means that chain, bodies and artifacts are whole
 * @param tornBytes the bytes of a last line without its end, as a kill leaves it; not a finding in
 *     a run that is not finished
 */
public record Reading(List<Line> lines, List<Finding> findings, long tornBytes) {

  public Reading {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }
}
