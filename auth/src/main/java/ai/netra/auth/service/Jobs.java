package ai.netra.auth.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that comes round again, one thread for all; a round that fails is logged and comes again.
 */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** A piece of work and the pause between two rounds. */
  public record Job(String name, Duration pause, Runnable work) {}

  private final List<Job> jobs;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("jobs").factory());

  public Jobs(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  void start() {
    jobs.forEach(
        job -> {
          long pause = job.pause().toMillis();
          var _ =
              thread.scheduleWithFixedDelay(() -> round(job), pause, pause, TimeUnit.MILLISECONDS);
        });
  }

  private static void round(Job job) {
    try {
      job.work().run();
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("job", job.name()).setCause(e).log("job failed");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
