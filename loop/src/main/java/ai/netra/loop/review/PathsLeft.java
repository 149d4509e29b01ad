package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.FileDiff.Form;
import ai.netra.loop.workspace.Globs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * V19: a write outside the allowed paths; what is generated, binary or foreign is edited by hand.
 */
record PathsLeft() implements Rule {

  private static final int COST = 10;

  private static final Pattern FOREIGN =
      Pattern.compile(
          "(.*/)?(vendor|third_party|node_modules|generated|dist|build/generated)/.*|.*\\.min\\.(js|css)");
  private static final Pattern MADE =
      Pattern.compile(
          "(?i)(@Generated\\b|\\b(code )?generated (by|from)\\b|do not edit\\b|auto-?generated\\b)");

  /** The name of what it is made from, where the file says it. */
  private static final Pattern SOURCE = Pattern.compile("(?i)\\bgenerated from [`'\"]?([\\w/-]+)");

  /** Whoever makes files says so in the first lines. */
  private static final int HEAD_LINES = 8;

  @Override
  public String name() {
    return "V19";
  }

  @Override
  public List<Finding> look(Material material) {
    Globs allow = new Globs(material.terms().policy().allow());
    Globs deny = new Globs(material.terms().policy().deny());
    List<Finding> findings = new ArrayList<>();
    for (ChangedFile file : material.changed()) {
      boolean covered = file.isAsOnBase() && file.role() != Role.PRODUCT;
      if (!covered && (deny.matches(file.path()) || !isAllowed(allow, file))) {
        findings.add(fatal(file, 1, "no fix may write here"));
      } else if (file.diff().form() == Form.LINK) {
        findings.add(fatal(file, 1, "a link may lead out of the allowed paths"));
      } else if (!file.isAsOnBase()) {
        byHand(material, file).stream().forEach(it -> findings.add(costs(COST, file, 1, it)));
      }
    }
    return findings;
  }

  /** Everything is allowed by {@code **}, files at the root too; tests are the firewall's. */
  private static boolean isAllowed(Globs allow, ChangedFile file) {
    return allow.matches(file.path())
        || file.role() == Role.TEST
        || file.role() == Role.SUPPORT
        || file.role() == Role.SETTINGS;
  }

  private static List<String> byHand(Material material, ChangedFile file) {
    if (file.diff().form() == Form.BINARY) {
      return List.of("a binary file is written");
    }
    if (FOREIGN.matcher(file.path()).matches()) {
      return List.of("generated or foreign content is edited");
    }
    return isMade(file.before()) && !hasSource(material, file)
        ? List.of("it is generated, and nothing that it is made from has changed")
        : List.of();
  }

  private static boolean isMade(String text) {
    return text.lines().limit(HEAD_LINES).anyMatch(line -> MADE.matcher(line).find());
  }

  /** What it says that it is made from has changed, or else something of the same module. */
  private static boolean hasSource(Material material, ChangedFile file) {
    Matcher named = SOURCE.matcher(file.before());
    String source = named.find() ? named.group(1) : "";
    String module = file.path().substring(0, file.path().indexOf('/') + 1);
    return material.changed().stream()
        .filter(it -> it.path().startsWith(module) && it.isProduct() && !isMade(it.before()))
        .anyMatch(it -> source.isEmpty() ? it.isCode() : it.path().contains(source));
  }
}
