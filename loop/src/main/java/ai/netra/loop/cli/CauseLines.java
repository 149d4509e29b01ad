package ai.netra.loop.cli;

import ai.netra.loop.report.Why.CauseAnswer;
import ai.netra.loop.report.Why.Refuted;
import ai.netra.loop.report.Why.Step;
import java.util.ArrayList;
import java.util.List;

/** The whys of a cluster for a terminal: the path first, what is refuted below. */
final class CauseLines {

  private CauseLines() {}

  static List<String> of(CauseAnswer cause) {
    List<String> lines = new ArrayList<>();
    lines.add("  cluster %s: %s".formatted(cause.cluster(), cause.title()));
    lines.add("    blame    " + cause.blame());
    lines.add("    culprit  " + cause.culprit());
    int number = 1;
    for (Step it : cause.path()) {
      String kind = it.kind() == null ? "" : it.kind() + ": ";
      lines.add("    %d %-12s %s%s".formatted(number++, it.level(), kind, it.text()));
      if (!it.because().isEmpty()) {
        lines.add("      " + it.because() + lines(it.records()));
      }
    }
    for (Refuted it : cause.refuted()) {
      lines.add("    refuted: " + it.claim());
      lines.add("      " + it.prediction() + ": " + it.observed() + lines(it.records()));
    }
    String service = cause.service() == null ? "no service" : cause.service();
    String grounded = cause.grounded() ? "grounded" : "not grounded";
    lines.add("    root cause (%s, %s): %s".formatted(service, grounded, cause.statement()));
    return lines;
  }

  private static String lines(List<Long> records) {
    return records.isEmpty() ? "" : " (lines " + String.join(", ", texts(records)) + ")";
  }

  private static List<String> texts(List<Long> records) {
    return records.stream().map(String::valueOf).toList();
  }
}
