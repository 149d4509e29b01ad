package ai.netra.loop.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code netra.yaml} and tells every mistake at once. */
public final class ProjectReader {

  /** The name of the file at the root of a repository. */
  public static final String FILE = "netra.yaml";

  private final Map<String, String> environment;
  private final int cores;

  /**
   * A reader.
   *
   * @param environment where {@code ${env:NAME}} is looked up
   * @param cores cores of this machine; the default of {@code jvms} is half of them
   */
  public ProjectReader(Map<String, String> environment, int cores) {
    this.environment = Map.copyOf(environment);
    this.cores = cores;
  }

  /** What reading comes to. */
  public sealed interface Reading {

    /** The file is right. */
    record Accepted(Project project) implements Reading {}

    /** Each mistake, in the order of the file; never empty. */
    record Refused(List<Finding> findings) implements Reading {}
  }

  /**
   * Reads the file in a folder.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public Reading read(Path folder) {
    try {
      return read(folder, Files.readString(folder.resolve(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(folder.resolve(FILE) + ": cannot be read", e);
    }
  }

  /** Reads a text as if it stood in the file of a folder. */
  Reading read(Path folder, String text) {
    Findings findings = new Findings();
    Optional<Node> document = YamlDocument.read(FILE, text, findings);
    if (findings.isEmpty() && document.isEmpty()) {
      return new Reading.Refused(List.of(new Finding(1, 1, "the file is empty")));
    }
    // an alias may make the document endless, so nothing else is looked at
    if (findings.isEmpty() && document.isPresent()) {
      check(new Section(document.get()), document.get(), findings);
    }
    if (!findings.isEmpty()) {
      return new Reading.Refused(findings.inOrder());
    }
    return new Reading.Accepted(
        new ProjectMaker(new Section(document.orElseThrow()), cores).make(folder));
  }

  private void check(Section root, Node document, Findings findings) {
    new ShapeCheck(findings).check(document, Schema.ROOT, "");
    new ReferenceCheck(root, environment, findings).check();
    // the other checks compare values, so they need all of them to be what they should
    if (findings.isEmpty()) {
      new ConsistencyCheck(root, findings).check();
      new MendingCheck(root, findings).check();
    }
  }
}
