package ai.netra.backend.service;

/** Something that must be there before the service is ready. */
public interface WarmUp {

  /** Waits until it is there, however long that takes; interrupted when the service stops. */
  void await() throws InterruptedException;
}
