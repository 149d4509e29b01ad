package ai.netra.contract.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule of each type of value. */
final class ValueRules {

  private static final Pattern THROTTLE = Pattern.compile("[1-9][0-9]{0,6}/[1-9][0-9]{0,3}[smh]");
  private static final Pattern SQLITE_FILE = Pattern.compile("jdbc:sqlite:(?!file:|:)[^?]+");
  private static final Pattern JDBC_SCHEME = Pattern.compile("jdbc:[a-z0-9]{1,20}:");
  private static final List<String> PLACEHOLDERS =
      List.of("replace", "change_me", "changeme", "placeholder", "example", "your_", "${", "<");
  private static final int DISTINCT_CHARACTERS = 10;
  private static final int KEY_BYTES = 32;
  private static final String KEY_RULE = "32 bytes in base64url";

  private ValueRules() {}

  static Optional<Finding> check(Setting setting, String value, Environment environment) {
    boolean secret = setting.confidential();
    if (setting.never().contains(environment.wireName())) {
      return Optional.of(
          new Finding(
              setting.key(),
              "absent in " + environment.wireName(),
              secret ? "a secret of length " + value.length() : "a value",
              "remove the variable"));
    }
    String rule = value.isEmpty() ? "not empty" : broken(setting, value, environment);
    if (rule == null) {
      return Optional.empty();
    }
    if (setting.type() == Setting.Type.JDBC) {
      return Optional.of(new Finding(setting.key(), rule, engine(value), "name a SQLite file"));
    }
    String found = secret ? "a secret of length " + value.length() : "'" + value + "'";
    return Optional.of(new Finding(setting.key(), rule, found, "mend it: " + setting.doc()));
  }

  /** What stands before an address's own part, which may hold a password. */
  private static String engine(String value) {
    if (value.startsWith("jdbc:postgresql:")) {
      return "a PostgreSQL address";
    }
    Matcher scheme = JDBC_SCHEME.matcher(value);
    return scheme.lookingAt() ? "an address of '" + scheme.group() + "'" : "no JDBC address";
  }

  private static @Nullable String broken(Setting setting, String value, Environment environment) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      return "no control character, no line break at the end";
    }
    if (!value.equals(value.strip())) {
      return "no blank at either end";
    }
    return switch (setting.type()) {
      case TEXT, PATH, LIST -> null;
      case CHOICE -> setting.choices().contains(value) ? null : "one of " + setting.choices();
      case NUMBER -> number(setting, value, environment);
      case URL -> url(value, environment);
      case ORIGINS -> origins(value, environment);
      case SECRET -> secret(setting, value);
      case KEY -> key(setting, value);
      case JDBC -> SQLITE_FILE.matcher(value).matches() ? null : "jdbc:sqlite:FILE in this version";
      case THROTTLE ->
          THROTTLE.matcher(value).matches() ? null : "a count and a window such as 5/15m";
    };
  }

  private static @Nullable String number(Setting setting, String value, Environment environment) {
    long max =
        environment.deployed() ? Math.min(setting.max(), setting.deployedMax()) : setting.max();
    String rule = "a whole number of %d to %d".formatted(setting.min(), max);
    try {
      long number = Long.parseLong(value);
      return number < setting.min() || number > max ? rule : null;
    } catch (NumberFormatException e) {
      return rule;
    }
  }

  private static @Nullable String origins(String value, Environment environment) {
    for (String origin : value.split(",", -1)) {
      String broken = url(origin.strip(), environment);
      if (broken != null) {
        return "a list of origins, each " + broken;
      }
    }
    return null;
  }

  private static @Nullable String url(String value, Environment environment) {
    String rule =
        environment.deployed()
            ? "https, no path, query or final slash, no loopback name"
            : "https, or http on loopback; no path, query or final slash";
    try {
      URI uri = new URI(value);
      String host = uri.getHost();
      boolean bare =
          "".equals(uri.getPath()) && uri.getQuery() == null && uri.getFragment() == null;
      if (host == null || !bare || uri.getUserInfo() != null) {
        return rule;
      }
      boolean loopback = List.of("localhost", "127.0.0.1", "[::1]").contains(host);
      boolean https = "https".equals(uri.getScheme());
      boolean allowed =
          environment.deployed()
              ? https && !loopback
              : https || (loopback && "http".equals(uri.getScheme()));
      return allowed ? null : rule;
    } catch (URISyntaxException e) {
      return rule;
    }
  }

  private static @Nullable String key(Setting setting, String value) {
    try {
      boolean fits = Base64.getUrlDecoder().decode(value).length == KEY_BYTES;
      return fits ? secret(setting, value) : KEY_RULE;
    } catch (IllegalArgumentException e) {
      return KEY_RULE;
    }
  }

  private static @Nullable String secret(Setting setting, String value) {
    if (value.length() < setting.min()) {
      return "a secret of %d characters or more".formatted(setting.min());
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (PLACEHOLDERS.stream().anyMatch(lower::contains)) {
      return "a secret, not a placeholder";
    }
    long distinct = value.chars().distinct().count();
    return distinct < DISTINCT_CHARACTERS
        ? "a secret of %d distinct characters or more".formatted(DISTINCT_CHARACTERS)
        : null;
  }
}
