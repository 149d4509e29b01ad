package ai.netra.loop.source;

import ai.netra.loop.record.Smells;
import java.util.List;

/** The sources of a suite, parsed once. */
public interface TestSources {

  /**
   * Where a test method stands and what it reaches: {@code file} relative to the checkout, closure
   * as SHA-256.
   */
  record Place(String file, int line, String closure) {}

  /**
   * The place of a test.
   *
   * @param type the binary name of the class, {@code method} its name without parameters
   * @throws IllegalArgumentException when no file of the suite declares it
   */
  Place place(String type, String method);

  /** What the sources say against a test; empty where nothing does. */
  List<Smells.Finding> smells(String type, String method);

  /**
   * The hash of the rules that smells are found by: with the closure of a test it decides what
   * {@link #smells} gives.
   */
  String catalogue();

  /** Whether a file of the suite declares this class, given by its binary name. */
  boolean declares(String type);
}
