package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageQueries;

/** While it is open, a cancellation of the run cancels the queries. */
final class Stopping implements AutoCloseable {

  private final AutoCloseable registration;

  private Stopping(AutoCloseable registration) {
    this.registration = registration;
  }

  static Stopping of(Work work, UsageQueries queries) {
    return new Stopping(work.stopping(queries));
  }

  @Override
  public void close() {
    try {
      registration.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a cancellation could not be unregistered", e);
    }
  }
}
