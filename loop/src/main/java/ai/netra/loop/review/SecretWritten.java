package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** V16: a secret stands in what was written, or in the message. */
record SecretWritten() implements Rule {

  /** What a key that somebody issued looks like. */
  private static final List<Hint> SHAPES =
      List.of(
          Hint.of("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", "a cloud key"),
          Hint.of(
              "\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_[A-Za-z0-9_]{40,}|\\bglpat-[A-Za-z0-9_-]{20,}",
              "a token of a code host"),
          Hint.of(
              "\\bxox[baprs]-[A-Za-z0-9-]{20,}|\\bAIza[0-9A-Za-z_-]{35}|\\bnpm_[A-Za-z0-9]{36}",
              "a service's token"),
          Hint.of(
              "\\b[sr]k[-_](?:live|ant|proj|or)?[-_]?[A-Za-z0-9_-]*(?=[A-Za-z0-9]*[0-9])[A-Za-z0-9]{24,}",
              "a service's key"),
          Hint.of(
              "\\beyJ[A-Za-z0-9_-]{16,}\\.eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{20,}",
              "a signed token"));

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?s:[\\s\"+\\\\n]*)(?<value>[A-Za-z0-9+/=]{40,})");
  private static final Pattern IN_URL =
      Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/@:\"'${}<>*]+:(?<value>[^\\s/@:\"'${}<>*]{8,})@");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:passw(?:or)?d|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credential)s?[\"']?\\s*"
              + "(?:[:=]|=>|,)\\s*[\"']?(?<value>[A-Za-z0-9+/_=!#%^&*.-]{12,})[\"']?\\s*[,;)}]*\\s*$");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i).*(example|change|replace|dummy|your|sample|placeholder|xxxx|test|fake|generated|secret|password).*|.*(.)\\2{4}.*");

  /** Random letters and digits have more than this of entropy a character; words have less. */
  private static final double RANDOM_BITS = 3.2;

  @Override
  public String name() {
    return "V16";
  }

  @Override
  public boolean judgesTrees() {
    return true;
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    material.standing().forEach(file -> findings.addAll(in(material, file)));
    int number = 0;
    for (String line : material.terms().message().lines().toList()) {
      number++;
      String place = "message:" + number;
      secret(line, false)
          .ifPresent(
              what -> findings.add(new Finding(name(), place, what, Review.FATAL_DEDUCTION, true)));
    }
    return findings;
  }

  private List<Finding> in(Material material, ChangedFile file) {
    List<Finding> findings = new ArrayList<>();
    for (Line line : material.fresh(file)) {
      secret(line.text(), file.isOfTests())
          .ifPresent(what -> findings.add(fatal(file, line.number(), what)));
    }
    // a key goes over several lines, and without its inside it is none
    if (!findings.isEmpty() || !file.after().contains(" PRIVATE KEY")) {
      return findings;
    }
    boolean known = holds(PRIVATE_KEY, file.before()) || holds(PRIVATE_KEY, file.base());
    if (!known && holds(PRIVATE_KEY, file.after())) {
      findings.add(fatal(file, 1, "a private key"));
    }
    return findings;
  }

  /** What it is, never the value. */
  private static Optional<String> secret(String line, boolean ofTests) {
    Optional<Hint> shape = Hint.in(line, SHAPES);
    if (shape.isPresent()) {
      return Optional.of(shape.get().words());
    }
    if (holds(IN_URL, line)) {
      return Optional.of("a password in a URL");
    }
    return !ofTests && holds(NAMED, line)
        ? Optional.of("a value of a key that names a secret")
        : Optional.empty();
  }

  private static boolean holds(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() && isRandom(matcher.group("value"));
  }

  private static boolean isRandom(String value) {
    boolean mixed =
        value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
    return mixed && !PLACEHOLDER.matcher(value).matches() && entropy(value) > RANDOM_BITS;
  }

  /** Shannon's, in bits a character. */
  private static double entropy(String value) {
    double bits = 0;
    for (int c : value.chars().distinct().toArray()) {
      double share = (double) value.chars().filter(it -> it == c).count() / value.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
