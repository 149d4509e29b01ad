package ai.netra.backend.agents;

import ai.netra.contract.report.Ask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped texts of {@code guide.json}: fields with what they unlock, and how to send rows. */
final class GuideTexts {

  private static final String FILE = "guide.json";

  private final JsonNode root;

  GuideTexts() {
    try (InputStream stream = GuideTexts.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      root = JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields in the order in which they are asked for. */
  List<Ask> asks() {
    return root.path("fields").values().stream()
        .map(
            field ->
                new Ask(
                    field.path("field").asString(),
                    field.path("why").asString(),
                    field.path("unlocks").values().stream().map(JsonNode::asString).toList(),
                    field.path("required").asBoolean()))
        .toList();
  }

  List<DataRequest.HowTo> howTos() {
    return root.path("how_tos").values().stream()
        .map(
            text ->
                new DataRequest.HowTo(text.path("title").asString(), text.path("text").asString()))
        .toList();
  }

  String csvHeader() {
    return root.path("csv_header").asString();
  }

  String capabilities() {
    return root.path("capabilities").asString();
  }
}
