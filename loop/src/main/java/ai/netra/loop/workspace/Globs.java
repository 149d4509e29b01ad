package ai.netra.loop.workspace;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Patterns over paths of a tree: a file, a folder with all below it, or a glob of either in which
 * {@code *} stays within a folder and {@code **} does not.
 */
public final class Globs {

  private final List<PathMatcher> matchers;

  public Globs(List<String> patterns) {
    this.matchers = patterns.stream().map(Globs::matcher).toList();
  }

  private static PathMatcher matcher(String pattern) {
    String trimmed = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    return FileSystems.getDefault().getPathMatcher("glob:" + trimmed);
  }

  /** Whether a pattern names the path or a folder that it lies in. */
  public boolean matches(String path) {
    for (Path place = Path.of(path); place != null; place = place.getParent()) {
      Path candidate = place;
      if (matchers.stream().anyMatch(matcher -> matcher.matches(candidate))) {
        return true;
      }
    }
    return false;
  }
}
