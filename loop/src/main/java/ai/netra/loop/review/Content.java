package ai.netra.loop.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a tree. */
interface Content {

  /** All paths, sorted, with slashes. */
  List<String> paths();

  /** The text of a file; empty where there is none, or none that is text. */
  Optional<String> text(String path);

  /** Content that is given by path. */
  static Content of(Map<String, String> texts) {
    Map<String, String> sorted = new TreeMap<>(texts);
    return new Content() {
      @Override
      public List<String> paths() {
        return List.copyOf(sorted.keySet());
      }

      @Override
      public Optional<String> text(String path) {
        return Optional.ofNullable(sorted.get(path));
      }
    };
  }
}
