package ai.netra.loop.review;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A way of writing that gives something away, and what it is in words. */
record Hint(Pattern pattern, String words) {

  static Hint of(String pattern, String words) {
    return new Hint(Pattern.compile(pattern), words);
  }

  /** The first hint that a text gives. */
  static Optional<Hint> in(String text, List<Hint> hints) {
    return hints.stream().filter(hint -> hint.pattern().matcher(text).find()).findFirst();
  }
}
