package ai.netra.auth.service;

/**
 * The life of the service.
 *
 * <pre>
 * Starting → Migrating → Warming → Ready → Draining
 *     └──────────┴──────────┴────────────────┘
 * </pre>
 *
 * A stop may come in any state. A failed start ends the process, so it is no state.
 */
public sealed interface ServiceState {

  /** The name on the wire. */
  String phase();

  /** The port is open and nothing else is. */
  record Starting() implements ServiceState {
    @Override
    public String phase() {
      return "starting";
    }

    Migrating migrate() {
      return new Migrating();
    }
  }

  /** The schema is brought up to date. */
  record Migrating() implements ServiceState {
    @Override
    public String phase() {
      return "migrating";
    }

    Warming warm() {
      return new Warming();
    }
  }

  /** Keys and clients are read. */
  record Warming() implements ServiceState {
    @Override
    public String phase() {
      return "warming";
    }

    Ready ready() {
      return new Ready();
    }
  }

  /** Everything is served. */
  record Ready() implements ServiceState {
    @Override
    public String phase() {
      return "ready";
    }
  }

  /** Requests that run may end; new ones are refused. */
  record Draining() implements ServiceState {
    @Override
    public String phase() {
      return "draining";
    }
  }
}
