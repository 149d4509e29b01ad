package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import java.util.HashMap;
import java.util.Map;

/** What a test of a lane can ask its {@code Attempt} for, by variable. */
record LaneAddresses(SuiteSpec spec, Addresses addresses) {

  private static final String OF_CANARY = "NETRA_CANARY";

  Map<String, String> of(int lane) {
    Map<String, String> urls = new HashMap<>();
    spec.uses().forEach((service, variable) -> urls.put(variable, addresses.lane(service, lane)));
    spec.uses().keySet().stream()
        .sorted()
        .findFirst()
        .ifPresent(service -> urls.put(OF_CANARY, addresses.lane(service, lane)));
    return urls;
  }
}
