package ai.netra.loop.project;

import java.util.ArrayList;
import java.util.List;
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

/** Reads YAML 1.2 as nodes that know their place; aliases and further documents are refused. */
final class YamlDocument {

  private YamlDocument() {}

  /**
   * The one document of a text; empty where there is none, or where a finding says why.
   *
   * @param file the name that messages of the parser call it by
   */
  static Optional<Node> read(String file, String text, Findings findings) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).setUseMarks(true).build();
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
