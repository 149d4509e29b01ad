package ai.netra.backend.edge;

import ai.netra.backend.service.Settings;
import ai.netra.contract.config.Environment;
import java.util.ArrayList;
import java.util.List;

/** The origins whose pages may call: the configured, this service's own, and local pages. */
final class Origins {

  private static final List<String> LOCAL =
      List.of("http://localhost:5173", "http://localhost:3000", "http://localhost:8000");

  private Origins() {}

  static List<String> of(Settings settings) {
    List<String> origins =
        new ArrayList<>(settings.configuration().list("NETRA_BACKEND_WEB_ORIGINS"));
    origins.add(settings.configuration().text("NETRA_BACKEND_URL"));
    if (settings.configuration().environment() == Environment.DEVELOPMENT) {
      origins.addAll(LOCAL);
    }
    return List.copyOf(origins);
  }
}
