package ai.netra.loop.report;

import ai.netra.loop.journal.Finding;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.record.RunFinished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a run from its folder alone: the chain with bodies and artifacts, then what was decided
 * against what the raw records give, then {@code report.json} against a report made anew.
 */
final class Verifier {

  private final Path folder;

  Verifier(Path folder) {
    this.folder = folder;
  }

  Verification verify() {
    Reading reading = JournalReader.read(folder);
    List<Line> lines = reading.lines();
    boolean finished = !lines.isEmpty() && lines.getLast().data() instanceof RunFinished;
    List<String> damages = reading.findings().stream().map(Finding::toString).toList();
    if (!finished && damages.isEmpty()) {
      return new Verification.Unfinished(lines.size(), tornNote(reading));
    }
    if (!damages.isEmpty()) {
      return new Verification.Tampered(damages);
    }
    List<String> findings = new ArrayList<>(Derivation.findings(lines));
    Report report = ReportMaker.make(lines).orElseThrow();
    findings.addAll(reportFindings(report));
    return findings.isEmpty()
        ? new Verification.Verified(report)
        : new Verification.Tampered(findings);
  }

  private static List<String> tornNote(Reading reading) {
    return reading.tornBytes() == 0
        ? List.of()
        : List.of(reading.tornBytes() + " bytes of a torn line follow");
  }

  private List<String> reportFindings(Report report) {
    Path file = folder.resolve(RunReports.FILE);
    if (!Files.isRegularFile(file)) {
      return List.of(RunReports.FILE + ": is missing");
    }
    try {
      JsonNode claimed = ReportJson.MAPPER.readTree(Files.readString(file));
      JsonNode derived = ReportJson.MAPPER.readTree(ReportJson.pretty(report));
      return JsonDifference.first(derived, claimed)
          .map(it -> List.of(RunReports.FILE + " " + it))
          .orElse(List.of());
    } catch (JacksonException e) {
      return List.of(RunReports.FILE + ": is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
