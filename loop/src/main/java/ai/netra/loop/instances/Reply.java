package ai.netra.loop.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.gateway.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a test is told. */
record Reply(int status, Map<String, Object> members) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Reply of(Refusal refusal) {
    return new Reply(refusal.status(), Map.of("error", String.valueOf(refusal.getMessage())));
  }

  /** The same, every value another one of its type: exit status and output of a process too. */
  Reply changed(Fault.Change.Leaves change) {
    byte[] json = change.of(json().getBytes(UTF_8));
    Map<String, Object> changed = new LinkedHashMap<>();
    JSON.readTree(json).properties().forEach(it -> changed.put(it.getKey(), it.getValue()));
    return new Reply(status, changed);
  }

  String json() {
    return JSON.writeValueAsString(members);
  }
}
