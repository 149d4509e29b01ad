package ai.netra.loop.review;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param text without its end
 */
record Line(int number, String text) {

  boolean isBlank() {
    return text.isBlank();
  }
}
