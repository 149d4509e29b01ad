package ai.netra.loop.journal;

import ai.netra.loop.record.Exited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks that each artifact still is what its name says, and names the line that rests on it. */
final class ArtifactsCheck {

  private ArtifactsCheck() {}

  static List<Finding> findings(RunFolder run, List<Line> lines) throws IOException {
    List<Finding> findings = new ArrayList<>(missing(run, lines));
    if (!Files.isDirectory(run.artifacts())) {
      return findings;
    }
    try (Stream<Path> files = Files.list(run.artifacts())) {
      for (Path file : files.sorted().toList()) {
        String found = Sha256.of(file);
        if (!file.getFileName().toString().equals(found)) {
          findings.add(finding(file, found, lines));
        }
      }
    }
    return findings;
  }

  private static List<Finding> missing(RunFolder run, List<Line> lines) {
    List<Finding> findings = new ArrayList<>();
    for (Line line : lines) {
      if (line.data() instanceof Exited exited
          && exited.outputSha256() != null
          && !Files.isRegularFile(run.artifacts().resolve(exited.outputSha256()))) {
        String message = "artifact " + exited.outputSha256() + " is missing";
        findings.add(new Finding(line.n(), line.kind().wireName(), message));
      }
    }
    return findings;
  }

  private static Finding finding(Path file, String found, List<Line> lines) {
    String name = file.getFileName().toString();
    String message = "artifact " + name + " has the SHA-256 " + found;
    return lines.stream()
        .filter(line -> restsOn(line, name))
        .findFirst()
        .map(line -> new Finding(line.n(), line.kind().wireName(), message))
        .orElseGet(() -> new Finding(0, "artifact", message + "; no line names it"));
  }

  private static boolean restsOn(Line line, String sha256) {
    return line.data().toString().contains(sha256);
  }
}
