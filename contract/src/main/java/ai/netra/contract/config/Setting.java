package ai.netra.contract.config;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of {@code config.yaml}.
 *
 * @param services who reads it: {@code auth}, {@code backend}
 * @param choices the allowed values of a choice
 * @param min the least number, or the least length of a secret
 * @param max the greatest number
 * @param local what holds in development and test when the key is absent
 * @param deployed the same in staging and production
 */
public record Setting(
    String key,
    Set<String> services,
    Type type,
    List<String> choices,
    long min,
    long max,
    Absent local,
    Absent deployed,
    String doc) {

  /** The types of values, each with one rule. */
  public enum Type {
    TEXT,
    CHOICE,
    NUMBER,
    URL,
    ORIGINS,
    SECRET,
    JDBC,
    PATH,
    THROTTLE,
    LIST
  }

  /** What an absent key means. */
  public sealed interface Absent {

    /** This value holds. */
    record Default(String value) implements Absent {}

    /** The start is refused. */
    record Required() implements Absent {}

    /** Nothing holds: the key is optional, or the service makes the value once and keeps it. */
    record Nothing() implements Absent {}
  }

  /** What holds in this environment when the key is absent. */
  Absent absentIn(Environment environment) {
    return environment.deployed() ? deployed : local;
  }

  /** The default of this environment, or null. */
  @Nullable String defaultIn(Environment environment) {
    return absentIn(environment) instanceof Absent.Default(String value) ? value : null;
  }
}
