package ai.netra.auth.throttle;

import ai.netra.auth.service.Digests;
import ai.netra.auth.service.Throttling;
import ai.netra.auth.service.Throttling.Rate;

/** What is counted, and how it is answered when there is too much of it. */
enum Guard {
  ACCOUNT_IP(30_000, 900_000) {
    @Override
    Rate rate(Throttling limits) {
      return limits.accountIp();
    }
  },
  IP(900_000, 900_000) {
    @Override
    Rate rate(Throttling limits) {
      return limits.ip();
    }
  },
  ACCOUNT(900_000, 900_000) {
    @Override
    Rate rate(Throttling limits) {
      return limits.account();
    }
  },
  E2E_IP(900_000, 900_000) {
    @Override
    Rate rate(Throttling limits) {
      return limits.e2eIp();
    }
  },
  REGISTER_IP(60_000, 60_000) {
    @Override
    Rate rate(Throttling limits) {
      return limits.registerIp();
    }
  },
  TOKEN_IP(60_000, 60_000) {
    @Override
    Rate rate(Throttling limits) {
      return limits.tokenIp();
    }
  };

  private final long firstMillis;
  private final long longestMillis;

  Guard(long firstMillis, long longestMillis) {
    this.firstMillis = firstMillis;
    this.longestMillis = longestMillis;
  }

  abstract Rate rate(Throttling limits);

  /** How long to wait after so many failures beyond the limit; it doubles up to the longest. */
  long waitMillis(long beyond) {
    long doubled = firstMillis << Math.min(beyond, 20);
    return Math.min(doubled, longestMillis);
  }

  /** The key in the table: no address and no account can be read from it. */
  String key(String... parts) {
    return name() + ":" + Digests.sha256Text(String.join("\n", parts));
  }
}
