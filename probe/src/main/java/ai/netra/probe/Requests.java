package ai.netra.probe;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Requests to the launcher, with the settings that a worker needs. */
final class Requests {

  private static final String DETECTION = "junit.jupiter.extensions.autodetection.enabled";
  private static final String DETECTED = "junit.jupiter.extensions.autodetection.include";
  private static final Map<String, String> SETTINGS = settings();

  private Requests() {}

  static LauncherDiscoveryRequest one(String uniqueId) {
    return request().selectors(selectUniqueId(uniqueId)).configurationParameters(SETTINGS).build();
  }

  static Map<String, String> configuration() {
    return SETTINGS;
  }

  /**
   * The lanes are the parallelism. The probe's extension comes by JUnit's own detection; a suite
   * that did not ask for detection gets this one and no other.
   */
  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("junit.jupiter.execution.parallel.enabled", "false");
    if (!Boolean.parseBoolean(ofSuite().getProperty(DETECTION))) {
      settings.put(DETECTION, "true");
      settings.put(DETECTED, PhaseExtension.class.getName());
    }
    return Map.copyOf(settings);
  }

  private static Properties ofSuite() {
    Properties properties = new Properties();
    ClassLoader loader = Requests.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream("junit-platform.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("junit-platform.properties of the suite is not readable", e);
    }
    return properties;
  }
}
