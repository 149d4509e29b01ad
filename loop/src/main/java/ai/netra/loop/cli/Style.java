package ai.netra.loop.cli;

/** Colours, where a terminal looks on that wants them. */
record Style(boolean coloured) {

  String bold(String text) {
    return wrapped("1", text);
  }

  String red(String text) {
    return wrapped("31", text);
  }

  String green(String text) {
    return wrapped("32", text);
  }

  private String wrapped(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
