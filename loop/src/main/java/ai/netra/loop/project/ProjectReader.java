package ai.netra.loop.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

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
    Optional<Node> document = document(text, findings);
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

  private static Optional<Node> document(String text, Findings findings) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(FILE).setSchema(new CoreSchema()).setUseMarks(true).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        refuseAlias(event, findings);
      }
      return onlyDocument(new Compose(settings).composeAllFromString(text), findings);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      mark.ifPresentOrElse(
          place -> findings.add(place, "is no YAML: " + e.getProblem()),
          () -> findings.addAtStart("is no YAML: " + e.getProblem()));
      return Optional.empty();
    } catch (YamlEngineException e) {
      findings.addAtStart("is no YAML: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void refuseAlias(Event event, Findings findings) {
    if (event instanceof AliasEvent alias) {
      findings.add(
          alias.getStartMark().orElseThrow(),
          "alias '*" + alias.getAlias() + "' is not allowed; write the value out");
    }
  }

  private static Optional<Node> onlyDocument(Iterable<Node> documents, Findings findings) {
    List<Node> all = new ArrayList<>();
    documents.forEach(all::add);
    if (all.size() > 1) {
      findings.add(all.get(1), "one document is allowed, this is a second one");
    }
    return all.stream().findFirst();
  }
}
