package ai.netra.loop.project;

import static ai.netra.loop.project.Scalars.AT_LEAST_ONE;
import static ai.netra.loop.project.Scalars.COUNT;
import static ai.netra.loop.project.Scalars.DAY;
import static ai.netra.loop.project.Scalars.DECIMAL;
import static ai.netra.loop.project.Scalars.DURATION;
import static ai.netra.loop.project.Scalars.FLAG;
import static ai.netra.loop.project.Scalars.MONEY;
import static ai.netra.loop.project.Scalars.NAME;
import static ai.netra.loop.project.Scalars.PERCENT;
import static ai.netra.loop.project.Scalars.POINTER;
import static ai.netra.loop.project.Scalars.PORT;
import static ai.netra.loop.project.Scalars.READ;
import static ai.netra.loop.project.Scalars.SECRET;
import static ai.netra.loop.project.Scalars.SIZE;
import static ai.netra.loop.project.Scalars.TEXT;
import static ai.netra.loop.project.Scalars.URL;
import static ai.netra.loop.project.Scalars.VALUE;
import static ai.netra.loop.project.Scalars.WRITE;
import static ai.netra.loop.project.Scalars.word;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every key that {@code netra.yaml} knows, with the shape of its value. */
final class Schema {

  private static final Shape TEXTS = new Shape.Many(TEXT);
  private static final Shape TEXTS_BY_NAME = new Shape.Named(TEXT);
  private static final Shape VALUES_BY_NAME = new Shape.Named(VALUE);
  private static final Shape COMMAND = new Shape.Either(List.of(TEXT, only("command", TEXT)));

  private Schema() {}

  static final Shape ROOT =
      new Shape.Fields(
          Map.ofEntries(
              entry("version", word("1")),
              entry("project", NAME),
              entry("proved", optional(Map.of("consecutive", AT_LEAST_ONE))),
              entry("repository", optional(Map.of("branch", TEXT, "remote", TEXT))),
              entry("targets", new Shape.Named(target())),
              entry("services", new Shape.Named(service())),
              entry("suites", new Shape.Named(suite())),
              entry("priorities", new Shape.Named(priority())),
              entry("performance", new Shape.Named(measurement())),
              entry("policy", policy()),
              entry("gateway", gateway()),
              entry("instances", optional(Map.of("max", AT_LEAST_ONE))),
              entry("fixers", fixers()),
              entry("helpers", helpers()),
              entry("budget", budget())),
          Set.of("version", "project", "services", "suites"));

  private static Shape target() {
    return optional(
        Map.of(
            "adapter", word("process", "attach", "command", "compose", "kubernetes"),
            "snapshot", TEXTS,
            "settle", DURATION,
            "hosts", TEXTS,
            "env", VALUES_BY_NAME,
            "trust", TEXT));
  }

  private static Shape service() {
    Map<String, Shape> build =
        Map.of("command", TEXT, "inputs", TEXTS, "timeout", DURATION, "env", VALUES_BY_NAME);
    Map<String, Shape> start = Map.of("command", TEXT, "directory", TEXT, "stop", DURATION);
    return new Shape.Fields(
        Map.ofEntries(
            entry("build", new Shape.Fields(build, Set.of("command", "inputs"))),
            entry("artifact", TEXT),
            entry("at", new Shape.Either(List.of(URL, new Shape.Named(URL)))),
            entry("start", new Shape.Fields(start, Set.of("command"))),
            entry("needs", TEXTS),
            entry("ports", new Shape.Named(PORT)),
            entry("env", VALUES_BY_NAME),
            entry("secrets", new Shape.Named(secret())),
            entry("ready", ready()),
            entry("logs", logs()),
            entry("state", new Shape.Many(stateProbe())),
            entry("contract", TEXTS),
            entry("coverage", word("jacoco"))),
        Set.of("artifact", "ready"));
  }

  private static Shape secret() {
    Map<String, Shape> known = Map.of("from", SECRET, "bytes", AT_LEAST_ONE);
    return new Shape.Either(List.of(SECRET, new Shape.Fields(known, Set.of("from"))));
  }

  private static Shape ready() {
    Shape attest =
        optional(
            Map.of("revision", POINTER, "digest", POINTER, "deploy", POINTER, "instance", POINTER));
    Map<String, Shape> known =
        Map.of(
            "http", TEXT, "status", COUNT, "within", DURATION, "steady", DURATION, "attest",
            attest);
    return new Shape.Fields(known, Set.of("http"));
  }

  private static Shape logs() {
    return optional(
        Map.of(
            "from",
            TEXT,
            "format",
            word("json", "text"),
            "receipts",
            FLAG,
            "fields",
            TEXTS_BY_NAME));
  }

  private static Shape stateProbe() {
    Map<String, Shape> known = Map.of("after", WRITE, "read", READ, "expect", COUNT);
    return new Shape.Fields(known, known.keySet());
  }

  private static Shape suite() {
    return new Shape.Fields(
        Map.ofEntries(
            entry("kind", word("junit", "pytest", "playwright", "node", "command")),
            entry("paths", TEXTS),
            entry("support", TEXTS),
            entry("uses", TEXTS_BY_NAME),
            entry("env", VALUES_BY_NAME),
            entry("build", COMMAND),
            entry("classpath", TEXT),
            entry("discover", COMMAND),
            entry("run", COMMAND),
            entry("select", COMMAND),
            entry("assertions", TEXTS),
            entry("report", optional(Map.of("junit-xml", TEXT, "open-test", TEXT))),
            entry("proof", word("receipt", "wire")),
            entry("lanes", AT_LEAST_ONE),
            entry("jvms", AT_LEAST_ONE),
            entry("shards", AT_LEAST_ONE),
            entry("timeout", DURATION),
            entry("silence", DURATION),
            entry("fail_fast", word("off", "first", "cluster", "threshold", "systemic")),
            entry("retries", COUNT),
            entry("exclude", new Shape.Many(exclusion()))),
        Set.of("kind", "paths", "uses"));
  }

  private static Shape exclusion() {
    Map<String, Shape> known = Map.of("tests", TEXT, "reason", TEXT, "until", DAY);
    return new Shape.Fields(known, known.keySet());
  }

  private static Shape priority() {
    Map<String, Shape> known =
        Map.of(
            "tests",
            TEXTS,
            "value",
            DECIMAL,
            "currency",
            TEXT,
            "per",
            TEXT,
            "source",
            TEXT,
            "tolerance",
            DECIMAL);
    return new Shape.Fields(known, Set.of("tests", "value", "source"));
  }

  private static Shape measurement() {
    Map<String, Shape> known =
        Map.of(
            "measure", optional(Map.of("gateway", TEXT, "frames", TEXT)),
            "statistic", word("p50", "p95", "p99"),
            "target", DURATION,
            "margin", PERCENT,
            "critical", FLAG);
    return new Shape.Fields(known, Set.of("measure", "target"));
  }

  private static Shape policy() {
    Shape mirror = new Shape.Fields(Map.of("fact", TEXT, "copy", TEXT), Set.of("fact", "copy"));
    Map<String, Shape> sandboxOff = Map.of("off", DAY, "reason", TEXT);
    return optional(
        Map.of(
            "tests",
            optional(Map.of("fixes", word("ask", "never"))),
            "paths",
            optional(Map.of("allow", TEXTS, "deny", TEXTS)),
            "commit",
            optional(
                Map.of("mode", word("auto", "ask", "never"), "push", FLAG, "pull_request", FLAG)),
            "approval",
            optional(Map.of("for", TEXTS, "within", DURATION)),
            "audit",
            optional(Map.of("pass", COUNT, "mirrors", new Shape.Many(mirror))),
            "errors",
            COUNT,
            "quiet",
            TEXTS,
            "notify",
            COMMAND,
            "network",
            TEXTS,
            "sandbox",
            new Shape.Either(
                List.of(word("required"), new Shape.Fields(sandboxOff, sandboxOff.keySet())))));
  }

  private static Shape gateway() {
    Map<String, Shape> known = Map.of("base_port", PORT, "body", SIZE, "between", TEXTS);
    return optional(known);
  }

  private static Shape fixers() {
    Map<String, Shape> known =
        Map.of(
            "kind", word("revert", "restore-config", "recipe", "agent", "human"),
            "name", NAME,
            "command", TEXT,
            "acp", TEXT,
            "attempts", AT_LEAST_ONE,
            "time", DURATION,
            "money", MONEY,
            "max_age", DURATION,
            "per_day", AT_LEAST_ONE);
    Shape list = new Shape.Many(new Shape.Fields(known, Set.of("kind")));
    return new Shape.Either(List.of(list, optional(Map.of("use", list, "parallel", AT_LEAST_ONE))));
  }

  private static Shape helpers() {
    Shape one = optional(Map.of("command", TEXT, "acp", TEXT));
    return optional(Map.of("hypotheses", one, "review", one));
  }

  private static Shape budget() {
    return optional(
        Map.of(
            "time", DURATION,
            "rounds", AT_LEAST_ONE,
            "money", MONEY,
            "no_progress", AT_LEAST_ONE,
            "per_cluster", AT_LEAST_ONE));
  }

  private static Shape.Fields optional(Map<String, Shape> known) {
    return new Shape.Fields(known, Set.of());
  }

  private static Shape.Fields only(String key, Shape value) {
    return new Shape.Fields(Map.of(key, value), Set.of(key));
  }
}
