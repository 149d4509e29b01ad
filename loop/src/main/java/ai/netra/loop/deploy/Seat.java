package ai.netra.loop.deploy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The place of one process of a service.
 *
 * @param name what its process and its logs are called
 * @param instance the id of an attempt's own instance; null for the deployment's
 * @param logs the folder of its logs; it exists
 * @param data its own folder
 */
record Seat(String name, @Nullable String instance, Path logs, Path data) {

  Path log() {
    return logs.resolve(name + ".log");
  }

  Path errors() {
    return logs.resolve(name + ".err.log");
  }
}
