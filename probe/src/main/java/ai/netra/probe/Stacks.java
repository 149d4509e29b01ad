package ai.netra.probe;

import java.util.Map;

/** Stack traces as text. */
final class Stacks {

  private static final int LIMIT_CHARACTERS = 32_768;

  private Stacks() {}

  /** The stack of a thread. */
  static String of(Thread thread) {
    return text(thread, thread.getStackTrace());
  }

  /** A failure with its causes, cut at 32 768 characters. */
  static String of(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.getBuffer().length() <= LIMIT_CHARACTERS
        ? text.toString()
        : text.getBuffer().substring(0, LIMIT_CHARACTERS) + "… cut";
  }

  /** Writes the stacks of all threads to standard error, the worker's output file. */
  static void print() {
    StringBuilder all = new StringBuilder("netra: stacks of all threads\n");
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      all.append(text(entry.getKey(), entry.getValue())).append('\n');
    }
    System.err.println(all);
  }

  private static String text(Thread thread, StackTraceElement[] frames) {
    StringBuilder text = new StringBuilder("\"" + thread.getName() + "\" " + thread.getState());
    for (StackTraceElement frame : frames) {
      text.append("\n\tat ").append(frame);
    }
    return text.append('\n').toString();
  }
}
