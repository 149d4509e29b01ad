package ai.netra.loop.review;

import ai.netra.loop.review.Review.Cause;
import java.util.regex.Pattern;

/** Whether a file has to do with a cause. */
final class Ties {

  private Ties() {}

  /** It is a file of the cause, names a key or a type of it, or stands in the same folder. */
  static boolean has(Cause cause, ChangedFile file) {
    String texts = file.before() + file.after();
    return cause.files().contains(file.path())
        || cause.files().stream().anyMatch(it -> folder(it).equals(folder(file.path())))
        || cause.files().stream().anyMatch(it -> names(texts, stem(it)))
        || cause.keys().stream().anyMatch(texts::contains);
  }

  private static boolean names(String text, String type) {
    return Pattern.compile("\\b" + Pattern.quote(type) + "\\b").matcher(text).find();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
