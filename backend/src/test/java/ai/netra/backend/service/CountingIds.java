package ai.netra.backend.service;

import java.util.concurrent.atomic.AtomicInteger;

/** Ids a test can foretell: the prefix and a number from 1, filled up to 26 digits. */
public final class CountingIds implements Ids {

  private final AtomicInteger last = new AtomicInteger();

  @Override
  public String next(String prefix) {
    return prefix + "%026d".formatted(last.incrementAndGet());
  }
}
