package ai.netra.loop.project;

import ai.netra.loop.project.Project.FixerKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what the keys of mending say about each other. */
final class MendingCheck {

  private static final String CURRENCY = " USD";

  /** The words of {@code policy.approval.for}; anything else is a pattern of paths. */
  private static final Set<String> ASKED_FOR =
      Set.of("commit", "dependency", "migration", "revert", "push");

  private final Section root;
  private final Findings findings;

  MendingCheck(Section root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  void check() {
    Set<String> names = new HashSet<>();
    List<Section> fixers = MendingMaker.fixers(root);
    for (int i = 0; i < fixers.size(); i++) {
      checkFixer("fixers[" + i + "]", fixers.get(i), names);
    }
    checkMoney("budget.money", root.get("budget").get("money"));
    root.get("policy").get("approval").get("for").elements().forEach(this::checkApproval);
    checkDay(root.get("policy").get("sandbox").get("off"));
  }

  private void checkFixer(String path, Section fixer, Set<String> names) {
    String name = MendingMaker.name(fixer);
    if (!names.add(name)) {
      findings.add(
          fixer.required(), path + ": a second fixer is called '" + name + "'; give it a 'name'");
    }
    boolean agent = MendingMaker.kind(fixer) == FixerKind.AGENT;
    if (agent && fixer.get("command").isPresent() == fixer.get("acp").isPresent()) {
      findings.add(
          fixer.get("kind").required(), path + ": an agent requires either 'command' or 'acp'");
    }
    if (!agent) {
      onlyOf(fixer, path, "agent", List.of("command", "acp", "money"));
    }
    if (MendingMaker.kind(fixer) != FixerKind.REVERT) {
      onlyOf(fixer, path, "revert", List.of("max_age", "per_day"));
    }
    checkMoney(path + ".money", fixer.get("money"));
  }

  private void onlyOf(Section fixer, String path, String kind, List<String> keys) {
    for (String key : keys) {
      if (fixer.get(key).isPresent()) {
        findings.add(
            fixer.get(key).required(),
            "%s.%s: only kind '%s' has this key, got kind '%s'"
                .formatted(path, key, kind, MendingMaker.kind(fixer).word()));
      }
    }
  }

  /** What agents cost is not converted. */
  private void checkMoney(String path, Section money) {
    if (money.isPresent() && !money.text("").endsWith(CURRENCY)) {
      findings.add(
          money.required(), path + ": an amount in USD is required, got '" + money.text("") + "'");
    }
  }

  /** A word that is nearly one of ours is a slip; any other is the name of a file. */
  private void checkApproval(Section asked) {
    String text = asked.text("");
    String proposal = Proposal.sentence(text, ASKED_FOR);
    if (!ASKED_FOR.contains(text) && !proposal.isEmpty()) {
      findings.add(
          asked.required(),
          "policy.approval.for: nothing is called '%s'%s".formatted(text, proposal));
    }
  }

  private void checkDay(Section off) {
    try {
      off.text().ifPresent(LocalDate::parse);
    } catch (DateTimeParseException e) {
      findings.add(
          off.required(), "policy.sandbox.off: no calendar has the day '" + off.text("") + "'");
    }
  }
}
