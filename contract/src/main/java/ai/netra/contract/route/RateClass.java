package ai.netra.contract.route;

/** Which limit counts a request. */
public enum RateClass {
  /** Never limited: health. */
  EXEMPT,
  /** By user and plan, or by address without a verified token. */
  DEFAULT,
  /** Counted by the service's own throttles instead. */
  OWN
}
