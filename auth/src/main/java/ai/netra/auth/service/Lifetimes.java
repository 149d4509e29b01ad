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
 */
public record Lifetimes(
    Duration access, Duration refreshIdle, Duration refreshTotal, Duration skew) {

  /** An ID token, in every environment. */
  public static final Duration ID_TOKEN = Duration.ofMinutes(30);

  /** The longest that any access token may live: what a test identity may ask for. */
  public static final Duration LONGEST_ACCESS = Duration.ofHours(1);

  static Lifetimes of(Environment environment, long skewSeconds) {
    Duration skew = Duration.ofSeconds(skewSeconds);
    return switch (environment) {
      case PRODUCTION, STAGING ->
          new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), Duration.ofDays(30), skew);
      case DEVELOPMENT ->
          new Lifetimes(Duration.ofMinutes(60), Duration.ofDays(30), Duration.ofDays(90), skew);
      case TEST ->
          new Lifetimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(7), skew);
    };
  }
}
