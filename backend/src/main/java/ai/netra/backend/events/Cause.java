package ai.netra.backend.events;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.UserKey;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, and by which message.
 *
 * @param correlationId {@code client_message_id}, else {@code correlation_id}, else {@code id} of
 *     the client's message
 */
public record Cause(Caller caller, @Nullable String correlationId) {

  /** A cause without a correlation, as of an HTTP request. */
  public static Cause of(Caller caller) {
    return new Cause(caller, null);
  }

  public UserKey user() {
    return caller.user();
  }
}
