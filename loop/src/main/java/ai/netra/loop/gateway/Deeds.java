package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.gateway.Gateway.Deed;
import ai.netra.loop.record.Exchange;
import java.util.List;

/** Makes exchanges of kind PROCESS: what attempts do with processes of their own. */
final class Deeds {

  private final Listener.Room room;

  Deeds(Listener.Room room) {
    this.room = room;
  }

  void record(Deed deed) {
    Exchange.Body request = room.recorder().body(metered(deed.order()));
    Exchange.Body response = room.recorder().body(metered(deed.outcome()));
    room.recorder().record(exchange(deed, request, response));
  }

  private Meter metered(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Meter meter = new Meter(room.settings().bodyBytes());
    meter.bytes(bytes, 0, bytes.length);
    return meter;
  }

  private Exchange exchange(Deed deed, Exchange.Body request, Exchange.Body response) {
    Window window = room.windows().of(deed.own().owner());
    return new Exchange(
        room.calls().id(),
        window.key(),
        deed.byTest() ? window.phase() : null,
        deed.own().service(),
        deed.own().instance(),
        null,
        Exchange.Kind.PROCESS,
        null,
        null,
        null,
        window.lane(),
        deed.action(),
        deed.own().instance() == null ? "" : deed.own().instance(),
        deed.status(),
        deed.fault() == null,
        deed.fault(),
        request,
        response,
        List.of(),
        deed.started(),
        0,
        0,
        deed.micros(),
        null);
  }
}
