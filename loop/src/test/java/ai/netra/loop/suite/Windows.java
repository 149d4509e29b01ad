package ai.netra.loop.suite;

import ai.netra.loop.gateway.Attribution;
import ai.netra.loop.gateway.Fault;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what the suite tells the gateway, in order. */
final class Windows implements Attribution {

  private final List<String> told = new ArrayList<>();
  private final Map<String, String> traceIds = new HashMap<>();

  @Override
  public synchronized void begin(TestKey key, String traceId, int lane, @Nullable Fault fault) {
    traceIds.put(key.test(), traceId);
    told.add("begin " + key.test() + (fault == null ? "" : " " + fault));
  }

  @Override
  public synchronized void phase(TestKey key, Phase phase) {
    told.add(phase + " " + key.test());
  }

  @Override
  public synchronized void end(TestKey key) {
    told.add("end " + key.test());
  }

  synchronized List<String> told(String test) {
    return told.stream().filter(line -> line.contains(" " + test)).toList();
  }

  synchronized @Nullable String traceId(String test) {
    return traceIds.get(test);
  }
}
