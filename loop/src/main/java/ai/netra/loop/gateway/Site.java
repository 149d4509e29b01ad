package ai.netra.loop.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What a listener stands for: a service's public address, a lane's own for a service, or one of an
 * attempt's own.
 *
 * @param lane -1 where it is no lane's
 */
record Site(String service, int lane, Gateway.@Nullable Own own) {

  private static final int NO_LANE = -1;

  static Site front(String service) {
    return new Site(service, NO_LANE, null);
  }

  static Site of(Gateway.Own own) {
    return new Site(own.service(), NO_LANE, own);
  }

  boolean isLane() {
    return lane != NO_LANE;
  }

  /** Whether a service calls here and no test. */
  boolean isBetweenServices() {
    return own != null && own.caller() != null;
  }

  /** The name under which the port behind it is known. */
  String upstream() {
    return own == null || own.instance() == null ? service : "own " + own.instance();
  }
}
