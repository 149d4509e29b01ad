package ai.netra.backend.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The catalogue of this deployment.
 *
 * @param name what messages call it: the configured path, or the shipped file
 * @param body its JSON
 */
public record CatalogueSettings(String name, String body) {

  /** The configured file, else the shipped one. */
  public static CatalogueSettings of(Optional<Path> file) {
    if (file.isEmpty()) {
      return new CatalogueSettings("catalogue.json", ModelsConfiguration.shipped("catalogue.json"));
    }
    try {
      return new CatalogueSettings(file.get().toString(), Files.readString(file.get()));
    } catch (IOException e) {
      throw new UncheckedIOException("NETRA_BACKEND_CATALOGUE: " + file.get(), e);
    }
  }
}
