package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page is whole: what its files name is there, and nothing is there that none names. */
final class PageFilesTest {

  private static final Pattern NAMED =
      Pattern.compile("(?:/assets/|from '\\./)([a-z-]+\\.(?:js|css|svg))");

  @Test
  void whatTheFilesNameIsServedAndNothingElse() {
    PageFiles files = PageFiles.read();
    Set<String> named = new TreeSet<>();
    collect(files.page(), named);
    files.parts().values().forEach(part -> collect(part, named));

    assertThat(files.parts().keySet()).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void thePageHasNoScriptOrStyleOfItsOwn() {
    String page = PageFiles.read().page();

    assertThat(page).doesNotContain("<style", " style=", "onclick", "javascript:");
    assertThat(page).doesNotContainPattern("<script[^>]*>[^<]");
  }

  private static void collect(String file, Set<String> named) {
    Matcher matcher = NAMED.matcher(file);
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
  }
}
