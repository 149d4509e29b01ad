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
 * @param deployedMax the greatest number in staging and production
 * @param local what holds in development and test when the key is absent
 * @param deployed the same in staging and production
 * @param never the environments in which the key's presence refuses the start
 */
public record Setting(
    String key,
    Set<String> services,
    Type type,
    List<String> choices,
    long min,
    long max,
    long deployedMax,
    Absent local,
    Absent deployed,
    Set<String> never,
    String doc) {

  /** The types of values, each with one rule. */
  public enum Type {
    TEXT,
    CHOICE,
    NUMBER,
    URL,
    ORIGINS,
    SECRET,
    KEY,
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

  /** Whether the value is secret, so that no finding repeats it. */
  boolean confidential() {
    return type == Type.SECRET || type == Type.KEY;
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
