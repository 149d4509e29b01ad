package ai.netra.loop.demo;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole lines of a journal as plain JSON: nothing of what wrote them is used. */
record JournalText(List<JsonNode> lines) {

  private static final JsonMapper JSON = JsonMapper.shared();

  JournalText {
    lines = List.copyOf(lines);
  }

  /** Also while it is written: a line that is not whole yet is left out. */
  static JournalText read(Path journal) {
    try {
      String text = Files.exists(journal) ? Files.readString(journal) : "";
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      return new JournalText(whole.lines().map(JSON::readTree).toList());
    } catch (IOException e) {
      throw new WorkspaceFailure(journal + ": cannot be read", e);
    }
  }

  /** The lines of a kind. */
  Stream<JsonNode> of(String kind) {
    return lines.stream().filter(it -> it.path("kind").asString("").equals(kind));
  }

  /** The data of the lines of a kind. */
  Stream<JsonNode> data(String kind) {
    return of(kind).map(it -> it.path("data"));
  }

  Optional<JsonNode> first(String kind) {
    return data(kind).findFirst();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  static JsonNode file(Path file) {
    try {
      return json(Files.readString(file));
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }
}
