package ai.netra.loop.round;

import ai.netra.loop.project.References;
import ai.netra.loop.project.SuiteSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the references of a suite against what was deployed. */
final class SuiteReferences {

  /** What only the suite itself knows, run by run. */
  private static final List<String> LEFT_TO_THE_SUITE = List.of("tests", "report", "shard");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @param secrets by name
   * @param urls the public URL of each service
   */
  SuiteReferences(Setting setting, Map<String, String> secrets, Map<String, String> urls) {
    setting.environment().forEach((name, value) -> values.put("env:" + name, value));
    secrets.forEach((name, value) -> values.put("secret:" + name, value));
    urls.forEach((service, url) -> values.put("url:" + service, url));
    values.put("java", setting.java().toString());
    values.put("project", setting.source().toString());
    values.put("deploy", setting.run());
    values.put("nonce", setting.nonce());
    LEFT_TO_THE_SUITE.forEach(name -> values.put(name, "${" + name + "}"));
  }

  /**
   * The suite without references.
   *
   * @throws IllegalArgumentException when one has no value in a suite
   */
  SuiteSpec resolve(SuiteSpec it) {
    Map<String, String> env = new HashMap<>();
    it.env().forEach((name, text) -> env.put(name, References.resolve(text, values)));
    return new SuiteSpec(
        it.name(),
        it.kind(),
        it.paths(),
        it.support(),
        it.uses(),
        env,
        resolved(it.build()),
        resolved(it.classpath()),
        resolved(it.discover()),
        resolved(it.run()),
        resolved(it.report()),
        it.assertions(),
        it.proof(),
        it.lanes(),
        it.jvms(),
        it.timeout(),
        it.silence(),
        it.exclude());
  }

  private @Nullable String resolved(@Nullable String text) {
    return text == null ? null : References.resolve(text, values);
  }
}
