package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.gateway.GatewaySettings.Write;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.Mode;
import java.util.Optional;
import java.util.Set;

/** Finds the writes among the calls. */
final class Writes {

  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

  private Writes() {}

  /** The write that a call was, where it succeeded and belongs to an attempt nobody disturbs. */
  static Optional<Write> of(Call call, int port) {
    Call.Origin origin = call.origin();
    Window window = origin.window();
    Integer status = call.status();
    boolean succeeded = status != null && status >= 200 && status < 300 && call.fault() == null;
    boolean written =
        origin.asked().kind() == Kind.HTTP
            && call.isOfTest()
            && METHODS.contains(origin.asked().method());
    if (window == null || window.key().mode() != Mode.VERDICT || !succeeded || !written) {
      return Optional.empty();
    }
    return Optional.of(
        new Write(
            window.key(),
            origin.id(),
            origin.place().site().service(),
            port,
            origin.asked().method(),
            origin.asked().path(),
            origin.asked().head(),
            new String(call.response().kept(), UTF_8)));
  }
}
