package ai.netra.contract.config;

/**
 * Why an environment is refused: the key, its rule, what was found (never a secret's content), how
 * to mend it.
 */
public record Finding(String key, String rule, String found, String mend) {

  /** One line for standard error. */
  public String line() {
    return "%s: %s; found %s; %s".formatted(key, rule, found, mend);
  }
}
