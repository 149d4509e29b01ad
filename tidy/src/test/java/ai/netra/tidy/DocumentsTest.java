package ai.netra.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Commands and links that stand in the documents exist. */
class DocumentsTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:\\$ )?\\./netra ([a-z]+)\\b");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

  @Test
  void everyCommandInADocumentIsACommand() {
    TreeSet<String> unknown = new TreeSet<>();
    for (String name : commands()) {
      Command help = Command.run(List.of("./netra", name, "--help"), Repository.ROOT);
      if (help.status() != 0 || !help.output().contains("netra " + name)) {
        unknown.add(
            name + ": exit " + help.status() + ": " + help.output().lines().findFirst().orElse(""));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void theReadmeNamesTheTwoCommands() {
    assertThat(commands()).contains("loop", "up", "test");
  }

  @Test
  void everyLinkLeadsToAFile() {
    List<String> dead = new ArrayList<>();
    for (String document : documents()) {
      Matcher matcher = LINK.matcher(Repository.read(document));
      for (MatchResult link : matcher.results().toList()) {
        if (!Files.exists(Repository.ROOT.resolve(document).resolveSibling(link.group(1)))) {
          dead.add(document + ": " + link.group(1));
        }
      }
    }

    assertThat(dead).isEmpty();
  }

  private static SortedSet<String> commands() {
    TreeSet<String> names = new TreeSet<>();
    for (String document : documents()) {
      COMMAND
          .matcher(Repository.read(document))
          .results()
          .map(match -> match.group(1))
          .forEach(names::add);
    }
    return names;
  }

  private static List<String> documents() {
    return Repository.files().stream().filter(file -> file.endsWith(".md")).toList();
  }
}
