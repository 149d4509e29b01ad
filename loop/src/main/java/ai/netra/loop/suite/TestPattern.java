package ai.netra.loop.suite;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code tests} of an exclusion names: {@code tag:NAME}, or a text with {@code *} that fits a
 * test's id or its {@code Type#method}, with or without the package.
 */
record TestPattern(String text) {

  private static final String TAG = "tag:";

  boolean matches(String id, List<String> tags) {
    if (text.startsWith(TAG)) {
      return tags.contains(text.substring(TAG.length()));
    }
    Pattern pattern = pattern();
    String method = methodOf(id);
    return pattern.matcher(id).matches()
        || pattern.matcher(method).matches()
        || pattern
            .matcher(method.substring(method.lastIndexOf('.', method.indexOf('#')) + 1))
            .matches();
  }

  private Pattern pattern() {
    String[] parts = text.split("\\*", -1);
    StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      regex.append(".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(regex.toString());
  }

  /** {@code a.b.Type#method} of a unique id; the id itself where it has no such parts. */
  private static String methodOf(String id) {
    String type = part(id, "class:");
    String method = part(id, "method:") + part(id, "test-template:") + part(id, "test-factory:");
    int parameters = method.indexOf('(');
    return type.isEmpty()
        ? id
        : type + "#" + (parameters < 0 ? method : method.substring(0, parameters));
  }

  private static String part(String id, String kind) {
    int from = id.indexOf("[" + kind);
    return from < 0 ? "" : id.substring(from + kind.length() + 1, id.indexOf(']', from));
  }
}
