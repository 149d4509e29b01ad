package ai.netra.loop.instances;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.gateway.Gateway.Own;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does with an instance what its attempt orders. */
final class Actions {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Instances.Means means;
  private final Starts starts;
  private final Ends ends;
  private final Deeds deeds;

  Actions(Instances.Means means, Starts starts, Ends ends, Deeds deeds) {
    this.means = means;
    this.starts = starts;
    this.ends = ends;
    this.deeds = deeds;
  }

  /** Carries an order out; orders to one instance wait for each other. */
  Reply act(Crew crew, OwnInstance one, String action, String body) throws InterruptedException {
    one.orders().lockInterruptibly();
    try {
      return switch (action) {
        case "stop" -> stop(one);
        case "kill" -> kill(crew, one);
        case "pause" -> pause(one);
        case "resume" -> resume(one);
        case "restart" -> starts.restart(crew, one);
        case "ready" -> starts.ready(deeds.begin(one, "ready", ""), one);
        case "fault" -> fault(one, body);
        default -> throw new Refusal(404, "no order '" + action + "'");
      };
    } finally {
      one.orders().unlock();
    }
  }

  /** What the instance does now and what its process wrote so far. */
  Reply look(OwnInstance one) {
    Map<String, Object> facts = facts(one);
    facts.put("output", one.instance().output());
    one.instance().status().ifPresent(status -> facts.put("status", status));
    return new Reply(200, facts);
  }

  private Reply stop(OwnInstance one) {
    needsProcess(one);
    Deeds.Deed deed = deeds.begin(one, "stop", "");
    int status = one.instance().stop();
    return deed.ended(200, status, facts(one));
  }

  /** What it answered before counts, so the receipts of that are awaited first. */
  private Reply kill(Crew crew, OwnInstance one) throws InterruptedException {
    needsProcess(one);
    Deeds.Deed deed = deeds.begin(one, "kill", "");
    ends.collect(crew, one);
    int status = one.instance().kill();
    return deed.ended(200, status, facts(one));
  }

  private Reply pause(OwnInstance one) {
    needsProcess(one);
    Deeds.Deed deed = deeds.begin(one, "pause", "");
    one.pause();
    return deed.done(new Reply(200, facts(one)));
  }

  private Reply resume(OwnInstance one) {
    needsProcess(one);
    Deeds.Deed deed = deeds.begin(one, "resume", "");
    one.resume();
    return deed.done(new Reply(200, facts(one)));
  }

  private static void needsProcess(OwnInstance one) {
    if (one.instance().status().isPresent()) {
      throw new Refusal(409, one.instance().name() + ": its process has ended");
    }
  }

  private Reply fault(OwnInstance one, String body) {
    Deeds.Deed deed = deeds.begin(one, "fault", body);
    JsonNode order = read(body);
    String called = order.path("between").asString("");
    Own between =
        one.doors()
            .between(one.instance().name(), called)
            .orElseThrow(() -> new Refusal(400, noListener(one, called)));
    switch (order.path("mode").asString("")) {
      case "none" -> means.gateway().disturb(between, null);
      case "refuse" -> means.gateway().disturb(between, new Fault.Mode.Refuse());
      case "drop" -> means.gateway().disturb(between, new Fault.Mode.Drop());
      case "status" -> means.gateway().disturb(between, status(order));
      case "delay" -> means.gateway().disturb(between, delay(order));
      default -> throw new Refusal(400, "mode: none, refuse, drop, status or delay, got " + body);
    }
    return deed.done(new Reply(200, facts(one)));
  }

  private static String noListener(OwnInstance one, String called) {
    String service = one.instance().service().name();
    return "between: gateway.between declares no '%s -> %s'".formatted(service, called);
  }

  private static Fault.Mode status(JsonNode order) {
    int status = order.path("status").asInt(0);
    if (status < 200 || status > 599) {
      throw new Refusal(400, "status: 200 to 599, got " + order.path("status"));
    }
    return new Fault.Mode.Status(status);
  }

  private static Fault.Mode delay(JsonNode order) {
    int millis = order.path("delay_millis").asInt(0);
    if (millis <= 0) {
      throw new Refusal(400, "delay_millis: above 0, got " + order.path("delay_millis"));
    }
    return new Fault.Mode.Delay(Duration.ofMillis(millis));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal(400, "a fault is a JSON object: " + e.getOriginalMessage());
    }
  }

  private static Map<String, Object> facts(OwnInstance one) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", one.instance().name());
    facts.put("state", one.state());
    return facts;
  }
}
