package ai.netra.loop.project;

import ai.netra.loop.project.Project.BudgetSpec;
import ai.netra.loop.project.Project.CommitMode;
import ai.netra.loop.project.Project.FixerKind;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.project.Project.MendingSpec;
import ai.netra.loop.project.Project.PolicySpec;
import ai.netra.loop.project.Project.RepositorySpec;
import ai.netra.loop.project.Project.SandboxOff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a project says of mending: where, by whom, how far; here stand its defaults. */
final class MendingMaker {

  private static final List<String> APPROVAL = List.of("contract/**");
  private static final Duration WITHIN = Duration.ofHours(12);
  private static final Duration MAX_AGE = Duration.ofDays(14);
  private static final int PER_DAY = 10;
  private static final int ATTEMPTS = 3;
  private static final Duration ATTEMPT = Duration.ofMinutes(20);
  private static final Duration TIME = Duration.ofHours(8);
  private static final int ROUNDS = 30;
  private static final int NO_PROGRESS = 3;
  private static final int PER_CLUSTER = 6;

  private final Section root;

  MendingMaker(Section root) {
    this.root = root;
  }

  MendingSpec make() {
    Section repository = root.get("repository");
    return new MendingSpec(
        new RepositorySpec(
            repository.get("branch").text().orElse(null),
            repository.get("remote").text().orElse(null)),
        policy(root.get("policy")),
        fixers(root).stream().map(MendingMaker::fixer).toList(),
        root.get("fixers").get("parallel").number(1),
        budget(root.get("budget")));
  }

  /** A bare list is {@code use}. */
  static List<Section> fixers(Section root) {
    Section fixers = root.get("fixers");
    return fixers.isList() ? fixers.elements() : fixers.get("use").elements();
  }

  private static PolicySpec policy(Section policy) {
    Section commit = policy.get("commit");
    Section approval = policy.get("approval");
    return new PolicySpec(
        policy.get("tests").get("fixes").text("ask").equals("ask"),
        CommitMode.valueOf(commit.get("mode").text("ask").toUpperCase(Locale.ROOT)),
        commit.get("push").text("false").equals("true"),
        commit.get("pull_request").text("false").equals("true"),
        approval.get("for").isPresent() ? approval.get("for").texts() : APPROVAL,
        approval.get("within").duration(WITHIN),
        policy.get("network").texts(),
        sandboxOff(policy.get("sandbox")));
  }

  private static @Nullable SandboxOff sandboxOff(Section sandbox) {
    return sandbox
        .get("off")
        .text()
        .map(day -> new SandboxOff(LocalDate.parse(day), sandbox.get("reason").text("")))
        .orElse(null);
  }

  private static FixerSpec fixer(Section fixer) {
    FixerKind kind = kind(fixer);
    return new FixerSpec(
        kind,
        name(fixer),
        fixer.get("command").text().orElse(null),
        fixer.get("acp").text().orElse(null),
        fixer.get("attempts").number(kind == FixerKind.AGENT ? ATTEMPTS : 1),
        fixer.get("time").duration(ATTEMPT),
        usd(fixer.get("money")),
        fixer.get("max_age").duration(MAX_AGE),
        fixer.get("per_day").number(PER_DAY));
  }

  static FixerKind kind(Section fixer) {
    return FixerKind.valueOf(fixer.get("kind").text("").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A fixer without a name is called by its kind. */
  static String name(Section fixer) {
    return fixer.get("name").text(kind(fixer).word());
  }

  private static BudgetSpec budget(Section budget) {
    return new BudgetSpec(
        budget.get("time").duration(TIME),
        budget.get("rounds").number(ROUNDS),
        usd(budget.get("money")),
        budget.get("no_progress").number(NO_PROGRESS),
        budget.get("per_cluster").number(PER_CLUSTER));
  }

  private static BigDecimal usd(Section money) {
    return new BigDecimal(money.text("0 USD").split(" ", 2)[0]);
  }
}
