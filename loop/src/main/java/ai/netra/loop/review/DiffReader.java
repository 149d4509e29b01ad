package ai.netra.loop.review;

import ai.netra.loop.review.FileDiff.Form;
import ai.netra.loop.review.FileDiff.Hunk;
import ai.netra.loop.review.FileDiff.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code git diff --no-renames} prints. */
final class DiffReader {

  private static final Pattern FILE = Pattern.compile("(?m)^(?=diff --git )");
  private static final Pattern HUNK =
      Pattern.compile("^@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*");
  private static final Pattern LINK = Pattern.compile("(?m)^(new file mode|new mode) 120000$");
  private static final Pattern LINKED = Pattern.compile("(?m)^index \\S+ 120000$");
  private static final Pattern BINARY = Pattern.compile("(?m)^(GIT binary patch|Binary files .*)$");

  private DiffReader() {}

  /**
   * All files of a difference.
   *
   * @throws IllegalArgumentException when it is none, or names a file in a way that is not known
   */
  static List<FileDiff> read(String diff) {
    List<FileDiff> files = new ArrayList<>();
    for (String file : FILE.split(diff, -1)) {
      if (!file.isBlank()) {
        files.add(readFile(file));
      }
    }
    return files;
  }

  private static FileDiff readFile(String text) {
    int body = text.indexOf("\n@@ ");
    String head = body < 0 ? text : text.substring(0, body + 1);
    if (!head.startsWith("diff --git ")) {
      throw new IllegalArgumentException("diff: 'diff --git' must come first, not " + line(text));
    }
    List<Hunk> hunks = body < 0 ? List.of() : hunks(text.substring(body + 1));
    return new FileDiff(path(line(head)), kind(head), form(head), hunks);
  }

  private static String line(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static Kind kind(String head) {
    if (head.contains("\nnew file mode ")) {
      return Kind.ADDED;
    }
    return head.contains("\ndeleted file mode ") ? Kind.REMOVED : Kind.CHANGED;
  }

  private static Form form(String head) {
    if (LINK.matcher(head).find() || LINKED.matcher(head).find()) {
      return Form.LINK;
    }
    return BINARY.matcher(head).find() ? Form.BINARY : Form.TEXT;
  }

  /** Nothing is renamed: both names are the same, so the second half of the line is one of them. */
  private static String path(String line) {
    String names = line.substring("diff --git ".length());
    String name = names.substring(names.length() / 2 + 1);
    String path = name.startsWith("\"") ? unquoted(name) : name;
    if (!path.startsWith("b/") || path.length() < 3) {
      throw new IllegalArgumentException("diff: a file must be named a/X b/X, got '" + names + "'");
    }
    return path.substring(2);
  }

  /** Git writes unusual bytes of a name as C does. */
  private static String unquoted(String quoted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c != '\\') {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      } else if (Character.digit(quoted.charAt(i + 1), 8) >= 0) {
        bytes.write(Integer.parseInt(quoted.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        i++;
        bytes.write(escaped(quoted.charAt(i)));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int escaped(char c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> c;
    };
  }

  private static List<Hunk> hunks(String body) {
    List<Hunk> hunks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : body.split("\n", -1)) {
      Matcher head = HUNK.matcher(line);
      if (head.matches()) {
        lines = new ArrayList<>();
        int start = Integer.parseInt(head.group(1));
        boolean empty = "0".equals(head.group(2));
        hunks.add(new Hunk(empty ? start + 1 : start, lines));
      } else if (!line.isEmpty() && line.charAt(0) != '\\') {
        lines.add(withoutReturn(line));
      }
    }
    return hunks;
  }

  /** Lines are compared without their ends, of whatever kind. */
  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
