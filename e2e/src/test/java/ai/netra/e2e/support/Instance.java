package ai.netra.e2e.support;

import ai.netra.probe.Attempt;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A service process of the test's own, ordered at the gateway ({@code NETRA_GATEWAY}), which ends
 * it with the test.
 *
 * @param needs its own instances of what it needs, where the order asked for them
 */
public record Instance(String id, URI url, Map<String, Instance> needs) {

  /** How long an order may wait for its turn and then for the start of a process. */
  private static final Duration START = Duration.ofSeconds(100);

  /** A process that ended: its exit status and what it wrote. */
  public record Ended(int status, String output) {}

  /** Orders a service; see {@link Order}. */
  public static Order of(String service) {
    return new Order(service);
  }

  static Instance of(JsonNode started) {
    Map<String, Instance> needs = new java.util.LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> need : started.at("/needs").properties()) {
      needs.put(need.getKey(), of(need.getValue()));
    }
    return new Instance(
        started.at("/id").asString(), URI.create(started.at("/url").asString()), needs);
  }

  /** Its own instance of what it needs. */
  public Instance need(String service) {
    Instance need = needs.get(service);
    if (need == null) {
      throw new IllegalArgumentException(id + " has no own " + service + ", only " + needs);
    }
    return need;
  }

  public Rest rest() {
    return Rest.at(url);
  }

  /** KILL; its exit status is that of the signal. */
  public Ended kill() {
    return ended(act("kill", "", 200));
  }

  /** TERM, and what it makes of it. */
  public Ended stop() {
    return ended(act("stop", "", 200));
  }

  /** Stops it where it stands. */
  public void pause() {
    act("pause", "", 200);
  }

  public void resume() {
    act("resume", "", 200);
  }

  /** Starts it again, with the same data and secrets, and waits until it is ready. */
  public void restart() {
    act("restart", "", 201);
  }

  /** Waits until it is ready. */
  public void awaitReady() {
    act("ready", "", 201);
  }

  /** What its process wrote so far. */
  public String output() {
    return gateway().get(path("")).text("/output");
  }

  /** Calls of it to another service end at once. */
  public void refuse(String service) {
    act("fault", Json.write(Map.of("between", service, "mode", "refuse")), 200);
  }

  /** Calls of it to another service arrive so much later. */
  public void delay(String service, int millis) {
    act(
        "fault",
        Json.write(Map.of("between", service, "mode", "delay", "delay_millis", millis)),
        200);
  }

  /** Calls of it to another service are answered by the gateway. */
  public void answer(String service, int status) {
    act("fault", Json.write(Map.of("between", service, "mode", "status", "status", status)), 200);
  }

  /** Calls of it to another service pass as they are. */
  public void heal(String service) {
    act("fault", Json.write(Map.of("between", service, "mode", "none")), 200);
  }

  private JsonNode act(String action, String body, int expected) {
    Answer answer = gateway().post(path("/" + action), body);
    if (answer.status() != expected) {
      throw new AssertionError(action + " " + id + ": " + answer.status() + " " + answer.body());
    }
    return answer.json();
  }

  private String path(String rest) {
    return gatewayPath() + "/" + id + rest;
  }

  static String gatewayPath() {
    return URI.create(Attempt.address("NETRA_GATEWAY")).getPath() + "/instances";
  }

  static Rest gateway() {
    return Rest.at(URI.create(Attempt.address("NETRA_GATEWAY"))).waiting(START);
  }

  static Ended ended(JsonNode answer) {
    return new Ended(answer.at("/status").asInt(-1), answer.at("/output").asString());
  }
}
