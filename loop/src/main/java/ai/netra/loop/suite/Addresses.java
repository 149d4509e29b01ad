package ai.netra.loop.suite;

/** Where the tests reach the services: at the gateway, never at the services themselves. */
public interface Addresses {

  /** The URL of a service's front listener, for clients that send {@code traceparent}. */
  String front(String service);

  /** The URL of the service's listener of one lane. */
  String lane(String service, int lane);

  /**
   * Where the attempt of a lane orders instances and faults of its own; lane -1 for clients that
   * send {@code traceparent}.
   */
  String control(int lane);
}
