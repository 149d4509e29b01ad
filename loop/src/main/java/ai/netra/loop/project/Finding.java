package ai.netra.loop.project;

/**
 * One mistake in {@code netra.yaml}, or in a file that is read as strictly.
 *
 * @param line from 1, with {@code column}: the key's for an unknown key, the value's for a wrong
 *     value
 */
public record Finding(int line, int column, String message) implements Comparable<Finding> {

  @Override
  public int compareTo(Finding other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** The line for people: {@code netra.yaml:41:7: unknown key …}. */
  @Override
  public String toString() {
    return in(ProjectReader.FILE);
  }

  /** The same line for another file. */
  public String in(String file) {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
