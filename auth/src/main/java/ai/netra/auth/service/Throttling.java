package ai.netra.auth.service;

import ai.netra.contract.config.Configuration;
import java.time.Duration;

/** The limits against guessing, one a key of configuration. */
public record Throttling(
    Rate accountIp, Rate ip, Rate registerIp, Rate tokenIp, Rate account, Rate e2eIp) {

  /** So many in a window. */
  public record Rate(int count, Duration window) {

    /** Reads {@code 5/15m}; the contract's rule has checked the form. */
    static Rate of(String text) {
      int slash = text.indexOf('/');
      long number = Long.parseLong(text.substring(slash + 1, text.length() - 1));
      Duration window =
          switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> throw new IllegalArgumentException("throttle: no unit s, m or h: " + text);
          };
      return new Rate(Integer.parseInt(text.substring(0, slash)), window);
    }
  }

  static Throttling of(Configuration from) {
    return new Throttling(
        rate(from, "ACCOUNT_IP"),
        rate(from, "IP"),
        rate(from, "REGISTER_IP"),
        rate(from, "TOKEN_IP"),
        rate(from, "ACCOUNT"),
        rate(from, "E2E_IP"));
  }

  private static Rate rate(Configuration from, String name) {
    return Rate.of(from.text("NETRA_AUTH_THROTTLE_" + name));
  }
}
