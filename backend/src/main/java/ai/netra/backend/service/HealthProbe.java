package ai.netra.backend.service;

import ai.netra.contract.health.Health.Check;

/** One question about a part of the service; it answers within a second. */
public interface HealthProbe {

  /** The name under {@code checks}. */
  String name();

  /** {@code ok}, {@code degraded}, {@code failed} or {@code not_configured}. */
  Check check();
}
