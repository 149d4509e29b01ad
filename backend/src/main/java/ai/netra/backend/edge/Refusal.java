package ai.netra.backend.edge;

import ai.netra.backend.service.Limits;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection that is told why it is refused: one frame, at least 100 ms, then the close. What
 * arrives meanwhile has no effect.
 */
final class Refusal implements SocketInput.Receiver {

  private static final long SEEN_MILLIS = 150;

  private final Channel channel;
  private final Outbox outbox;
  private final Trace trace;
  private final long began;
  private final AtomicBoolean logged = new AtomicBoolean();

  Refusal(Channel channel, Limits limits, Trace trace, long began) {
    this.channel = channel;
    this.outbox = new Outbox(channel, limits, () -> {});
    this.trace = trace;
    this.began = began;
  }

  void tell(byte[] frame, int code, String reason) {
    channel.config().setAutoRead(true);
    outbox.send(frame);
    var _ =
        channel
            .eventLoop()
            .schedule(
                () -> {
                  log(code, reason, "server");
                  outbox.close(code, reason);
                },
                SEEN_MILLIS,
                TimeUnit.MILLISECONDS);
  }

  private void log(int code, String reason, String side) {
    if (logged.compareAndSet(false, true)) {
      SocketLog.close(trace, null, code, reason, side, began);
    }
  }

  @Override
  public void alive() {}

  @Override
  public void received(Incoming message) {}

  @Override
  public void broken(int code, String reason) {}

  @Override
  public void closedByClient(int code, String reason) {
    log(code, reason, "client");
  }

  @Override
  public void writable() {
    outbox.flush();
  }

  @Override
  public void gone() {
    log(1006, "Connection lost", "client");
  }
}
