package ai.netra.auth.store;

/** The database does not answer, or refuses what must hold: STORE_UNAVAILABLE on the wire. */
public final class StoreFailure extends RuntimeException {

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
