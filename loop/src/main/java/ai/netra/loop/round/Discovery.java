package ai.netra.loop.round;

import ai.netra.loop.gateway.Attribution;
import ai.netra.loop.gateway.Fault;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.suite.Addresses;
import ai.netra.loop.suite.Suite;
import ai.netra.loop.suite.SuiteContext;
import ai.netra.loop.suite.Suites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the tests of a project without deploying anything and without a run. */
public final class Discovery {

  /**
   * Nothing listens at names below {@code invalid} (RFC 2606): no test is run, so nothing calls.
   */
  private static final String NOWHERE = "http://not-deployed.invalid";

  private Discovery() {}

  /**
   * The inventory of each suite.
   *
   * @throws ai.netra.loop.suite.SuiteFailure when one cannot be built or has no test
   */
  public static List<Inventory> of(Setting setting) {
    Map<String, String> secrets = new HashMap<>();
    Map<String, String> urls = new HashMap<>();
    setting
        .project()
        .services()
        .forEach(
            (name, service) -> {
              urls.put(name, NOWHERE);
              service.secrets().keySet().forEach(secret -> secrets.put(secret, ""));
            });
    SuiteReferences references = new SuiteReferences(setting, secrets, urls);
    List<Inventory> inventories = new ArrayList<>();
    for (SuiteSpec spec : setting.project().suites().values()) {
      try (Suite suite = Suites.open(references.resolve(spec), context(setting))) {
        inventories.add(suite.discover());
      }
    }
    return inventories;
  }

  private static SuiteContext context(Setting setting) {
    return new SuiteContext(
        setting.source(),
        setting.folder(),
        setting.probe(),
        setting.java(),
        setting.environment(),
        setting.workspace().processes(),
        new NoCalls(),
        new Nowhere(),
        new Unrecorded(setting.folder()),
        setting.nonce(),
        1,
        setting.clock());
  }

  private record Nowhere() implements Addresses {

    @Override
    public String front(String service) {
      return NOWHERE;
    }

    @Override
    public String control(int lane) {
      return NOWHERE;
    }

    @Override
    public String lane(String service, int lane) {
      return NOWHERE;
    }
  }

  /** A discovery attributes no call. */
  private record NoCalls() implements Attribution {

    @Override
    public void begin(TestKey key, String traceId, int lane, @Nullable Fault fault) {
      throw new IllegalStateException("a discovery runs no test, got " + key);
    }

    @Override
    public void phase(TestKey key, Phase phase) {
      throw new IllegalStateException("a discovery runs no test, got " + key);
    }

    @Override
    public void end(TestKey key) {
      throw new IllegalStateException("a discovery runs no test, got " + key);
    }
  }
}
