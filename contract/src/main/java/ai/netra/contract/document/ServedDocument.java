package ai.netra.contract.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A committed document, read from the artifact. */
public final class ServedDocument {

  private ServedDocument() {}

  /**
   * Reads a document.
   *
   * @param name the file's name, such as {@code openapi-auth.yaml}
   * @return its content, ready to be written as JSON
   */
  public static Map<String, Object> read(String name) {
    try (InputStream stream =
        ServedDocument.class.getResourceAsStream("/ai/netra/contract/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not in the artifact");
      }
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(10_000_000).build();
      @SuppressWarnings("unchecked") // a committed document is a map of texts
      Map<String, Object> document =
          (Map<String, Object>) new Load(settings).loadFromInputStream(stream);
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
