package ai.netra.loop.gateway;

/** The two ends of a relayed connection. */
enum Side {
  CLIENT("client", "in"),
  SERVICE("service", "out");

  private final String wireName;
  private final String direction;

  Side(String wireName, String direction) {
    this.wireName = wireName;
    this.direction = direction;
  }

  String wireName() {
    return wireName;
  }

  /** The direction of frames that this side sends, as records name it. */
  String direction() {
    return direction;
  }
}
