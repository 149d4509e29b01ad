package ai.netra.backend.identity;

import ai.netra.backend.service.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The secret of client {@code netra-backend}: configured, or, by hand, the one that the auth
 * service of the same user made once.
 */
final class ClientSecret {

  private final Optional<String> configured;
  private final Path file;

  ClientSecret(Settings settings) {
    this.configured = settings.configuration().optional("NETRA_BACKEND_CLIENT_SECRET");
    this.file = settings.shared().resolve("auth").resolve("backend-client-secret");
  }

  /** Read each time: the auth service may make it after this one has started. */
  String text() throws AuthUnreachable {
    if (configured.isPresent()) {
      return configured.get();
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new AuthUnreachable(
          "NETRA_BACKEND_CLIENT_SECRET: is not set, and the auth service made none in " + file, e);
    }
  }
}
