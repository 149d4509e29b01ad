package ai.netra.loop.project;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what two places of a document say about each other. */
final class ConsistencyCheck {

  private final Section services;
  private final Section suites;
  private final Collection<String> targets;
  private final List<Section> between;
  private final Findings findings;

  ConsistencyCheck(Section root, Findings findings) {
    this.services = root.get("services");
    this.suites = root.get("suites");
    this.between = root.get("gateway").get("between").elements();
    this.targets =
        root.get("targets").isPresent() ? root.get("targets").fields().keySet() : Set.of("local");
    this.findings = findings;
  }

  void check() {
    notEmpty(services, "services");
    notEmpty(suites, "suites");
    services.fields().forEach(this::checkService);
    suites.fields().forEach(this::checkSuite);
    between.forEach(this::checkBetween);
  }

  private void checkBetween(Section call) {
    String[] ends = call.text("").split(" -> ", -1);
    if (ends.length != 2) {
      findings.add(
          call.required(),
          "gateway.between: 'SERVICE -> SERVICE' is required, got '" + call.text("") + "'");
      return;
    }
    for (String end : ends) {
      known(call, end, services.fields().keySet(), "gateway.between: no service");
    }
  }

  private void notEmpty(Section section, String name) {
    if (section.fields().isEmpty()) {
      findings.add(section.required(), name + ": at least one is required, got none");
    }
  }

  private void checkService(String name, Section service) {
    String path = "services." + name;
    service.get("needs").elements().forEach(need -> checkNeed(name, need, path));
    service
        .get("at")
        .fields()
        .forEach((target, url) -> known(url, target, targets, path + ".at: no target"));
    String http = service.get("ready").get("http").text("/");
    if (!http.startsWith("/")) {
      findings.add(
          service.get("ready").get("http").required(),
          path + ".ready.http: a path that begins with '/' is required, got '" + http + "'");
    }
  }

  private void checkNeed(String name, Section need, String path) {
    known(need, need.text(""), services.fields().keySet(), path + ".needs: no service");
    if (reaches(need.text(""), name)) {
      findings.add(
          need.required(),
          path
              + ".needs: no service may need itself, but '"
              + need.text("")
              + "' needs '"
              + name
              + "'");
    }
  }

  private boolean reaches(String from, String service) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(service)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(services.get(next).get("needs").texts());
      }
    }
    return false;
  }

  private void checkSuite(String name, Section suite) {
    String path = "suites." + name;
    Map<String, Section> uses = suite.get("uses").fields();
    uses.forEach(
        (service, variable) -> {
          known(variable, service, services.fields().keySet(), path + ".uses: no service");
          checkReceipts(suite, service, path);
        });
    if (suite.get("kind").text("").equals("command")) {
      requires(suite, "discover", path);
      requires(suite, "run", path);
    }
  }

  private void checkReceipts(Section suite, String service, String path) {
    boolean asked = suite.get("proof").text("").equals("receipt");
    String receipts = services.get(service).get("logs").get("receipts").text("false");
    if (asked && services.get(service).isPresent() && !receipts.equals("true")) {
      findings.add(
          suite.get("proof").required(),
          path
              + ".proof: 'receipt' needs logs.receipts of every used service, but '"
              + service
              + "' writes none; 'wire' asks for less");
    }
  }

  private void requires(Section suite, String key, String path) {
    if (!suite.get(key).isPresent()) {
      findings.add(
          suite.get("kind").required(), path + ": kind 'command' requires the key '" + key + "'");
    }
  }

  /** {@code missing} begins the sentence: where, and what there is not. */
  private void known(Section place, String name, Collection<String> names, String missing) {
    if (!names.contains(name)) {
      findings.add(
          place.required(), missing + " is called '" + name + "'" + Proposal.sentence(name, names));
    }
  }
}
