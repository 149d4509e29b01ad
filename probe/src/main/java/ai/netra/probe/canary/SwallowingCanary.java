package ai.netra.probe.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.netra.probe.Attempt;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Calls a service and swallows whatever goes wrong: it must come out unproven. */
final class SwallowingCanary {

  @Test
  void swallowsItsException() {
    try {
      URI address = URI.create(Attempt.address("NETRA_CANARY"));
      HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
      call.setRequestProperty("traceparent", Attempt.traceparent());
      assertEquals(200, call.getResponseCode());
    } catch (Exception | AssertionError swallowed) {
      System.out.println("the canary swallowed " + swallowed);
    }
  }
}
