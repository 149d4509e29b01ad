package ai.netra.loop.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a process of the loop inherits: PATH, HOME, LANG, TMPDIR, and nothing else. */
public final class Environment {

  private static final String[] INHERITED = {"PATH", "HOME", "LANG", "TMPDIR"};

  private Environment() {}

  /** The inherited part, and what is declared over it. */
  public static Map<String, String> of(Map<String, String> own, Map<String, String> declared) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String name : INHERITED) {
      String value = own.get(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    environment.putAll(declared);
    return environment;
  }
}
