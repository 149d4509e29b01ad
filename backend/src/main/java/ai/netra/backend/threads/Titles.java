package ai.netra.backend.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a title of a message: its first words, up to five, in up to 50 characters. */
final class Titles {

  private static final int MAX_WORDS = 5;
  private static final int MAX_CHARACTERS = 50;

  private Titles() {}

  static String of(String message) {
    List<String> words = new ArrayList<>();
    int length = -1;
    for (String word : message.strip().split("\\s+", -1)) {
      String bare = word.replaceAll("^[^\\p{L}\\p{N}$€£]+|[^\\p{L}\\p{N}%$€£]+$", "");
      if (bare.isEmpty()) {
        continue;
      }
      length += 1 + bare.codePointCount(0, bare.length());
      if (words.size() == MAX_WORDS || (length > MAX_CHARACTERS && !words.isEmpty())) {
        break;
      }
      words.add(bare);
    }
    return capitalised(cut(words.isEmpty() ? message.strip() : String.join(" ", words)));
  }

  private static String cut(String text) {
    int characters = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(characters, MAX_CHARACTERS)));
  }

  private static String capitalised(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
