package ai.netra.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which methods are checks: those of the known assertion libraries that can fail a test (not {@code
 * assertThat}, {@code as} or {@code extracting} alone), and those that the suite declares.
 */
final class CheckRules {

  private static final Pattern ASSERT = Pattern.compile("assert[A-Z].*");
  private static final Pattern FLUENT =
      Pattern.compile(
          "(is|has|have|are|be|do|does|doesnt|contains?|starts|ends|matches|match|satisfies"
              + "|satisfy|all|any|none|zip|accepts|rejects|can|completes|succeeds|fails|returns"
              + "|exists|singleElement|only)([A-Z].*)?");

  /** A family of classes by internal name, and which of their methods are checks. */
  private record Library(Pattern types, Pattern methods) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library(Pattern.compile("org/junit/jupiter/api/Assertions"), ASSERT),
          new Library(Pattern.compile("org/junit/Assert"), ASSERT),
          new Library(Pattern.compile("org/testng/Assert"), ASSERT),
          new Library(Pattern.compile("org/skyscreamer/jsonassert/JSONAssert"), ASSERT),
          new Library(Pattern.compile("org/hamcrest/MatcherAssert"), Pattern.compile("assertThat")),
          new Library(Pattern.compile("org/assertj/.*Assert"), FLUENT),
          new Library(Pattern.compile("com/google/common/truth/.*Subject"), FLUENT),
          new Library(Pattern.compile("com/microsoft/playwright/impl/.*AssertionsImpl"), FLUENT));

  private final Map<String, Set<String>> declared = new HashMap<>();

  /**
   * @param declared the suite's own checks as {@code package.Type#method}, separated by commas; a
   *     type without a package is any type of that name
   * @throws IllegalArgumentException when an entry has another form
   */
  CheckRules(String declared) {
    for (String entry : declared.split(",", -1)) {
      if (!entry.isBlank()) {
        declare(entry.trim());
      }
    }
  }

  private void declare(String entry) {
    int hash = entry.indexOf('#');
    if (hash < 1 || hash == entry.length() - 1) {
      throw new IllegalArgumentException(
          "assertions: a declared check is Type#method, not '" + entry + "'");
    }
    declared
        .computeIfAbsent(entry.substring(0, hash).replace('.', '/'), t -> new HashSet<>())
        .add(entry.substring(hash + 1));
  }

  /** Whether a class, by internal name, may hold checks at all. */
  boolean concern(String type) {
    return !declaredOf(type).isEmpty() || LIBRARIES.stream().anyMatch(l -> holds(l, type));
  }

  /** Whether a method of a class that concerns us is a check. */
  boolean isCheck(String type, String method) {
    return declaredOf(type).contains(method)
        || LIBRARIES.stream()
            .anyMatch(l -> holds(l, type) && l.methods().matcher(method).matches());
  }

  private static boolean holds(Library library, String type) {
    return library.types().matcher(type).matches();
  }

  private Set<String> declaredOf(String type) {
    Set<String> exact = declared.get(type);
    String simple = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
    return exact != null ? exact : declared.getOrDefault(simple, Set.of());
  }
}
