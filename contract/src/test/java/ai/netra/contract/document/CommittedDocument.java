package ai.netra.contract.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that is committed in the folder of this module. With {@code -Dnetra.documents=write}
 * it is written anew instead of compared.
 */
final class CommittedDocument {

  private static final boolean WRITE = "write".equals(System.getProperty("netra.documents"));

  private CommittedDocument() {}

  /** The committed text; in writing mode the generated one is committed first. */
  static String text(String name, String generated) {
    Path file = Path.of(name);
    try {
      if (WRITE) {
        Files.writeString(file, generated);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
