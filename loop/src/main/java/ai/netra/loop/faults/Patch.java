package ai.netra.loop.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change as {@code git diff --full-index} prints it, below a line {@code Subject:} with the first
 * line of its commit's message.
 *
 * @param name the file's name
 */
record Patch(String name, String subject, String text) {

  private static final String SUBJECT = "Subject: ";

  /** A line that a patch adds or takes away, with its file; blank ones count for nothing. */
  record Changed(String file, String line) {}

  static Patch read(Path file) {
    try {
      String text = Files.readString(file);
      String subject =
          text.startsWith(SUBJECT) ? text.lines().findFirst().orElseThrow() : SUBJECT + "Change";
      String name = file.getFileName().toString();
      return new Patch(name, subject.substring(SUBJECT.length()).strip(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the patch cannot be read", e);
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The files that it changes, adds or removes. */
  Set<String> files() {
    Set<String> files = new TreeSet<>();
    text.lines()
        .filter(line -> line.startsWith("diff --git a/"))
        .forEach(line -> files.add(line.substring(line.indexOf(" b/") + 3)));
    return files;
  }

  /** Its changed lines; of a hunk of it they are a part. */
  List<Changed> changed() {
    return changed(text);
  }

  static List<Changed> changed(String patch) {
    List<Changed> changed = new ArrayList<>();
    String file = "";
    boolean head = true;
    for (String line : patch.lines().toList()) {
      if (line.startsWith("diff --git a/")) {
        file = line.substring(line.indexOf(" b/") + 3);
        head = true;
      } else if (line.startsWith("@@")) {
        head = false;
      } else if (!head && isChange(line)) {
        changed.add(new Changed(file, line));
      }
    }
    return changed;
  }

  private static boolean isChange(String line) {
    boolean signed = line.startsWith("+") || line.startsWith("-");
    return signed && !line.substring(1).isBlank();
  }
}
