package ai.netra.contract.config;

/** What {@code NETRA_ENV} says: where a service runs. */
public enum Environment {
  DEVELOPMENT,
  TEST,
  STAGING,
  PRODUCTION;

  /** The spelling in {@code NETRA_ENV} and on the wire. */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Staging and production: defaults are stricter, and what is not configured is refused. */
  public boolean deployed() {
    return this == STAGING || this == PRODUCTION;
  }
}
