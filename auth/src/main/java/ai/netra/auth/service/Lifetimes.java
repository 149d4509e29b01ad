package ai.netra.auth.service;

import ai.netra.contract.config.Environment;
import java.time.Duration;

/**
 * How long things live.
 *
 * @param access access and service tokens
 * @param refreshIdle a refresh token since it was made
 * @param refreshTotal a grant since sign-in
 * @param skew how far clocks may differ
 * @param browserIdle a browser's session since it was last used
 * @param browserTotal a browser's session since sign-in
 */
public record Lifetimes(
    Duration access,
    Duration refreshIdle,
    Duration refreshTotal,
    Duration skew,
    Duration browserIdle,
    Duration browserTotal) {

  /** An ID token, in every environment. */
  public static final Duration ID_TOKEN = Duration.ofMinutes(30);

  /** A code that waits to become tokens, in every environment. */
  public static final Duration CODE = Duration.ofSeconds(60);

  /** The longest that any access token may live: what a test identity may ask for. */
  public static final Duration LONGEST_ACCESS = Duration.ofHours(1);

  static Lifetimes of(Environment environment, long skewSeconds) {
    Duration skew = Duration.ofSeconds(skewSeconds);
    return switch (environment) {
      case PRODUCTION, STAGING -> of(Duration.ofMinutes(15), days(7), days(30), skew);
      case DEVELOPMENT -> of(Duration.ofMinutes(60), days(30), days(90), skew);
      case TEST ->
          new Lifetimes(
              Duration.ofMinutes(5), days(1), days(7), skew, Duration.ofHours(1), days(1));
    };
  }

  private static Lifetimes of(
      Duration access, Duration refreshIdle, Duration refreshTotal, Duration skew) {
    return new Lifetimes(access, refreshIdle, refreshTotal, skew, Duration.ofHours(24), days(14));
  }

  private static Duration days(long days) {
    return Duration.ofDays(days);
  }
}
