package ai.netra.backend.store;

/** The database cannot be opened or is not what it should be; the message says which and why. */
public final class StoreFailure extends RuntimeException {

  StoreFailure(String message) {
    super(message);
  }

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
