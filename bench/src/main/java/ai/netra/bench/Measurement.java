package ai.netra.bench;

import java.util.List;

/** One thing that is measured, with its peers in the same run. */
interface Measurement {

  /** What it is called on the command line. */
  String name();

  /** Whether {@code --quick} takes it. */
  boolean quick();

  /** Measures; blocks until done, and leaves no process behind. */
  List<Figure> figures(Setting setting) throws InterruptedException;
}
