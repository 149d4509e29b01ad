package ai.netra.auth.service;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the service from an open port to {@code Ready}, once. */
public final class StartUp {

  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

  /** Brings the schema up to date and opens the database. */
  @FunctionalInterface
  public interface Migration {
    void migrate();
  }

  /** Something that must be read before requests are served. */
  public interface Warmup extends Comparable<Warmup> {

    /** The place among the others: smaller ones first. */
    int place();

    void warm();

    @Override
    default int compareTo(Warmup other) {
      return Integer.compare(place(), other.place());
    }
  }

  private final Lifecycle lifecycle;
  private final Migration migration;
  private final List<Warmup> warmups;
  private final Jobs jobs;

  public StartUp(Lifecycle lifecycle, Migration migration, List<Warmup> warmups, Jobs jobs) {
    this.lifecycle = lifecycle;
    this.migration = migration;
    this.warmups = warmups.stream().sorted().toList();
    this.jobs = jobs;
  }

  /**
   * Runs every phase; what it throws ends the start.
   *
   * @param port where the service listens
   */
  public void run(int port) {
    LOG.atInfo().addKeyValue("port", port).log("listening");
    ServiceState.Migrating migrating = new ServiceState.Starting().migrate();
    lifecycle.enter(migrating);
    migration.migrate();
    ServiceState.Warming warming = migrating.warm();
    lifecycle.enter(warming);
    warmups.forEach(Warmup::warm);
    jobs.start();
    lifecycle.enter(warming.ready());
  }
}
