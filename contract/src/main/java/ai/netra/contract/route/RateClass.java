package ai.netra.contract.route;

/** Which limit counts a request. */
public enum RateClass {
  /** Never limited: health. */
  EXEMPT,
  /** By user and plan, or by address without a verified token. */
  DEFAULT,
  /** As {@link #DEFAULT}, and by the user's run starts, which the socket shares. */
  RUN_START,
  /** Counted by the service's own throttles instead. */
  OWN
}
