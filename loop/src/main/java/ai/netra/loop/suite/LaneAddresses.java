package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import java.util.HashMap;
import java.util.Map;

/** Where tests find services and gateway, by variable. */
record LaneAddresses(SuiteSpec spec, Addresses addresses) {

  /** The variable that holds where instances and faults are ordered. */
  static final String CONTROL = "NETRA_GATEWAY";

  private static final int ANY_LANE = -1;
  private static final String OF_CANARY = "NETRA_CANARY";

  /** What a worker of many lanes finds in its environment. */
  Map<String, String> front() {
    Map<String, String> urls = new HashMap<>();
    spec.uses().forEach((service, variable) -> urls.put(variable, addresses.front(service)));
    urls.put(CONTROL, addresses.control(ANY_LANE));
    return urls;
  }

  /** What a worker of one lane finds in its environment. */
  Map<String, String> own(int lane) {
    Map<String, String> urls = new HashMap<>();
    spec.uses().forEach((service, variable) -> urls.put(variable, addresses.lane(service, lane)));
    urls.put(CONTROL, addresses.control(lane));
    return urls;
  }

  /** What a test of a lane can ask its {@code Attempt} for. */
  Map<String, String> of(int lane) {
    Map<String, String> urls = own(lane);
    spec.uses().keySet().stream()
        .sorted()
        .findFirst()
        .ifPresent(service -> urls.put(OF_CANARY, addresses.lane(service, lane)));
    return urls;
  }
}
