package ai.netra.backend.service;

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

  /** Settings are read, rooms are built. */
  record Starting() implements ServiceState {
    @Override
    public String phase() {
      return "starting";
    }

    public Migrating migrate() {
      return new Migrating();
    }
  }

  /** The schema is brought up to date. */
  record Migrating() implements ServiceState {
    @Override
    public String phase() {
      return "migrating";
    }

    public Warming warm() {
      return new Warming();
    }
  }

  /** The port is open; the issuer's keys and revocations are read. */
  record Warming() implements ServiceState {
    @Override
    public String phase() {
      return "warming";
    }

    public Ready ready() {
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

  /** Requests and runs at work may end; new ones are refused. */
  record Draining() implements ServiceState {
    @Override
    public String phase() {
      return "draining";
    }
  }
}
