package ai.netra.e2e.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of an instance: what it has other than the deployed service. */
public final class Order {

  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, @Nullable String> env = new LinkedHashMap<>();

  Order(String service) {
    members.put("service", service);
    members.put("env", env);
  }

  /** With this variable over the declared one. */
  public Order with(String variable, String value) {
    env.put(variable, value);
    return this;
  }

  /** Without a declared variable, so that the service's own default holds. */
  public Order without(String variable) {
    env.put(variable, null);
    return this;
  }

  /** With own instances of what it needs. */
  public Order ownNeeds() {
    members.put("needs", "own");
    return this;
  }

  /** With the deployed service's data, as they are now. */
  public Order copyOfData() {
    members.put("data", "copy");
    return this;
  }

  /** Calls another service through the gateway, which may disturb them. */
  public Order calling(String service, String variable) {
    return with(variable, "${between:" + service + "}");
  }

  /** Starts it and waits until it is ready. */
  public Instance start() {
    return started(order());
  }

  /** Starts it and waits for nothing. */
  public Instance begin() {
    members.put("wait", false);
    return started(order());
  }

  /** Starts it where it must refuse to. */
  public Instance.Ended refused() {
    Answer answer = order();
    if (answer.status() != 422) {
      throw new AssertionError("a refused start expected, got " + answer.status());
    }
    return Instance.ended(answer.json());
  }

  private Answer order() {
    return Instance.gateway().post(Instance.gatewayPath(), Json.write(members));
  }

  private static Instance started(Answer answer) {
    if (answer.status() != 201) {
      throw new AssertionError("instance: " + answer.status() + " " + answer.body());
    }
    return Instance.of(answer.json());
  }
}
