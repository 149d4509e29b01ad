package ai.netra.loop.project;

import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.project.ServiceSpec.LogSpec;
import ai.netra.loop.project.ServiceSpec.ReadySpec;
import ai.netra.loop.project.ServiceSpec.SecretSpec;
import ai.netra.loop.project.ServiceSpec.StartSpec;
import ai.netra.loop.project.ServiceSpec.StateSpec;
import ai.netra.loop.project.SuiteSpec.ExcludeSpec;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes the records of a document whose shape was checked; here stand all defaults. */
final class ProjectMaker {

  /** How many bytes a secret must have where its declaration does not say. */
  private static final int SECRET_BYTES = 32;

  /** How many own instances of tests live at once where the project does not say. */
  private static final int INSTANCES = 4;

  /** What new errors after a deploy may score where the project does not say it. */
  private static final int ERROR_SCORE = 15;

  /** The score that an audit must reach where the project does not say it. */
  private static final int PASSING_SCORE = 80;

  private final Section root;
  private final int cores;

  ProjectMaker(Section root, int cores) {
    this.root = root;
    this.cores = cores;
  }

  Project make(Path folder) {
    return new Project(
        folder,
        root.get("project").text(""),
        root.get("proved").get("consecutive").number(2),
        targets(),
        each(root.get("services"), this::service),
        each(root.get("suites"), this::suite),
        each(root.get("priorities"), ProjectMaker::priority),
        instances(),
        List.copyOf(each(root.get("performance"), ProjectMaker::measure).values()),
        root.get("policy").get("errors").number(ERROR_SCORE),
        audit(root.get("policy")),
        new MendingMaker(root).make());
  }

  private static Project.AuditSpec audit(Section policy) {
    Section paths = policy.get("paths");
    Section audit = policy.get("audit");
    return new Project.AuditSpec(
        paths.get("allow").isPresent() ? paths.get("allow").texts() : List.of("**"),
        paths.get("deny").texts(),
        audit.get("pass").number(PASSING_SCORE),
        audit.get("mirrors").elements().stream().map(ProjectMaker::mirror).toList());
  }

  private static Project.Mirror mirror(Section mirror) {
    return new Project.Mirror(mirror.get("fact").text(""), mirror.get("copy").text(""));
  }

  private Project.InstancesSpec instances() {
    Map<String, List<String>> between = new LinkedHashMap<>();
    for (String call : root.get("gateway").get("between").texts()) {
      String[] ends = call.split(" -> ", 2);
      between.computeIfAbsent(ends[0], _ -> new ArrayList<>()).add(ends[1]);
    }
    return new Project.InstancesSpec(root.get("instances").get("max").number(INSTANCES), between);
  }

  private static PrioritySpec priority(String name, Section priority) {
    return new PrioritySpec(
        name,
        priority.get("tests").texts(),
        new BigDecimal(priority.get("value").text("0")),
        priority.get("currency").text("USD"),
        priority.get("source").text(""));
  }

  private static Project.Measure measure(String name, Section measure) {
    Section where = measure.get("measure");
    Optional<String> frames = where.get("frames").text();
    return new Project.Measure(
        name,
        frames.isPresent(),
        frames.orElseGet(() -> where.get("gateway").text("")),
        Integer.parseInt(measure.get("statistic").text("p95").substring(1)),
        measure.get("target").duration(Duration.ZERO),
        measure.get("critical").text("false").equals("true"));
  }

  private Map<String, TargetSpec> targets() {
    Map<String, TargetSpec> declared = each(root.get("targets"), ProjectMaker::target);
    return declared.isEmpty() ? Map.of("local", target("local", new Section(null))) : declared;
  }

  private static TargetSpec target(String name, Section target) {
    return new TargetSpec(
        name,
        target.get("adapter").text("process"),
        target.get("snapshot").texts(),
        target.get("settle").duration(Duration.ofSeconds(5)),
        target.get("env").textsByName());
  }

  private ServiceSpec service(String name, Section service) {
    return new ServiceSpec(
        name,
        build(service.get("build")),
        service.get("artifact").text(""),
        at(service.get("at")),
        start(service.get("start")),
        service.get("needs").texts(),
        each(service.get("ports"), (port, value) -> port(value)),
        service.get("env").textsByName(),
        each(service.get("secrets"), (variable, value) -> secret(value)),
        ready(service.get("ready")),
        logs(service.get("logs")),
        service.get("state").elements().stream().map(ProjectMaker::state).toList());
  }

  private static @Nullable BuildSpec build(Section build) {
    if (!build.isPresent()) {
      return null;
    }
    return new BuildSpec(
        build.get("command").text(""),
        build.get("inputs").texts(),
        build.get("timeout").duration(Duration.ofMinutes(10)),
        build.get("env").textsByName());
  }

  /** One URL without a target's name is meant for every target. */
  private Map<String, URI> at(Section at) {
    if (!at.isScalar()) {
      return at.urls();
    }
    Map<String, URI> everywhere = new LinkedHashMap<>();
    Set<String> targets = targets().keySet();
    targets.forEach(target -> everywhere.put(target, URI.create(at.text(""))));
    return everywhere;
  }

  private static @Nullable StartSpec start(Section start) {
    if (!start.isPresent()) {
      return null;
    }
    return new StartSpec(
        start.get("command").text(""),
        start.get("directory").text("."),
        start.get("stop").duration(Duration.ofSeconds(20)));
  }

  private static int port(Section port) {
    return port.text("free").equals("free") ? 0 : port.number(0);
  }

  private static SecretSpec secret(Section secret) {
    if (secret.isScalar()) {
      return new SecretSpec(secret.text(""), SECRET_BYTES);
    }
    return new SecretSpec(secret.get("from").text(""), secret.get("bytes").number(SECRET_BYTES));
  }

  private static ReadySpec ready(Section ready) {
    return new ReadySpec(
        ready.get("http").text(""),
        ready.get("status").number(200),
        ready.get("within").duration(Duration.ofSeconds(60)),
        ready.get("steady").duration(Duration.ofSeconds(2)),
        ready.get("attest").get("revision").text().orElse(null));
  }

  private static StateSpec state(Section probe) {
    return new StateSpec(
        probe.get("after").text(""), probe.get("read").text(""), probe.get("expect").number(0));
  }

  private static LogSpec logs(Section logs) {
    return new LogSpec(
        logs.get("from").text("stdout"),
        logs.get("format").text("json"),
        logs.get("receipts").text("false").equals("true"),
        logs.get("fields").textsByName());
  }

  private SuiteSpec suite(String name, Section suite) {
    return new SuiteSpec(
        name,
        suite.get("kind").text(""),
        suite.get("paths").texts(),
        suite.get("support").texts(),
        suite.get("uses").textsByName(),
        suite.get("env").textsByName(),
        command(suite.get("build")),
        suite.get("classpath").text().orElse(null),
        command(suite.get("discover")),
        command(suite.get("run")),
        report(suite.get("report")),
        suite.get("assertions").texts(),
        suite.get("proof").text(defaultLevel(suite)),
        suite.get("lanes").number(4),
        suite.get("jvms").number(Math.max(1, cores / 2)),
        suite.get("timeout").duration(Duration.ofSeconds(60)),
        suite.get("silence").duration(Duration.ofSeconds(120)),
        suite.get("exclude").elements().stream().map(ProjectMaker::exclusion).toList());
  }

  /** Without a word the suite asks for what its services can give. */
  private String defaultLevel(Section suite) {
    boolean all =
        suite.get("uses").fields().keySet().stream()
            .allMatch(service -> logs(root.get("services").get(service).get("logs")).receipts());
    return all ? "receipt" : "wire";
  }

  private static @Nullable String command(Section command) {
    return command.isScalar() ? command.text("") : command.get("command").text().orElse(null);
  }

  private static @Nullable String report(Section report) {
    return report.fields().entrySet().stream()
        .map(format -> format.getKey() + ":" + format.getValue().text(""))
        .findFirst()
        .orElse(null);
  }

  private static ExcludeSpec exclusion(Section exclusion) {
    return new ExcludeSpec(
        exclusion.get("tests").text(""),
        exclusion.get("reason").text(""),
        exclusion.get("until").text(""));
  }

  private static <T> Map<String, T> each(Section section, BiFunction<String, Section, T> make) {
    Map<String, T> made = new LinkedHashMap<>();
    section.fields().forEach((name, value) -> made.put(name, make.apply(name, value)));
    return Collections.unmodifiableMap(made);
  }
}
