package ai.netra.loop.instances;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a test is told. */
record Reply(int status, Map<String, Object> members) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Reply of(Refusal refusal) {
    return new Reply(refusal.status(), Map.of("error", String.valueOf(refusal.getMessage())));
  }

  String json() {
    return JSON.writeValueAsString(members);
  }
}
