package ai.netra.loop.faults;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a replay came to, one criterion a member; {@code unknown} is not right, but honest.
 *
 * @param stop the reason that the run ended with
 */
record Score(
    String id,
    boolean detected,
    boolean proved,
    boolean rightService,
    boolean rightChange,
    boolean rightMechanism,
    boolean grounded,
    boolean fixed,
    boolean noInnocentRevert,
    boolean honest,
    long seconds,
    int rounds,
    int builds,
    int testRuns,
    String stop) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** A score with what it rests on, as {@code score.json} has it. */
  record Explained(Score score, long seed, List<String> misses) {

    String json() {
      return MAPPER.writeValueAsString(this);
    }

    static Explained read(String json) {
      return MAPPER.readValue(json, Explained.class);
    }
  }

  /** Whether the run passes; what was diagnosed counts apart. */
  boolean passed() {
    return detected && proved && fixed && noInnocentRevert && honest;
  }

  String json() {
    return MAPPER.writeValueAsString(this);
  }
}
