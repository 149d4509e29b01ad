package ai.netra.loop.gateway;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.journal.JournalFailure;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exchange.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calls into the journal. The connection waits for it, so nothing is ever dropped. */
final class Recorder {

  private final Journal journal;
  private final Windows windows;
  private volatile int round = 1;
  private volatile @Nullable JournalFailure failure;

  Recorder(Journal journal, Windows windows) {
    this.journal = journal;
    this.windows = windows;
  }

  /** What is recorded from now on belongs to this round. */
  void round(int number) {
    round = number;
  }

  /** Throws what kept a call from being recorded: without its record the run is worth nothing. */
  void check() {
    JournalFailure seen = failure;
    if (seen != null) {
      throw new JournalFailure("an exchange could not be recorded: " + seen.getMessage(), seen);
    }
  }

  void record(Call call) {
    try {
      int at = round;
      Exchange.Body request = body(at, call.request());
      Exchange.Body response = body(at, call.response());
      journal.append(at, "", exchange(call, request, response), List.of());
    } catch (JournalFailure e) {
      failure = e;
    } finally {
      Window window = call.origin().window();
      if (window != null) {
        window.remove(call);
        windows.signal();
      }
    }
  }

  /** Writes an exchange that is no call. */
  void record(Exchange exchange) {
    journal.append(round, "", exchange, List.of());
  }

  Exchange.Body body(Meter meter) {
    return body(round, meter);
  }

  private Exchange.Body body(int at, Meter meter) {
    byte[] kept = meter.kept();
    BodyRef ref = kept.length == 0 ? null : journal.body(at, kept);
    return new Exchange.Body(meter.count(), meter.sha256(), ref);
  }

  private static Exchange exchange(Call call, Exchange.Body request, Exchange.Body response) {
    Call.Origin origin = call.origin();
    Window window = origin.window();
    TraceParent trace = origin.trace();
    Gateway.Own own = origin.place().site().own();
    boolean socket = call.isUpgraded();
    boolean complete = socket ? call.frames().isComplete() : call.isComplete();
    return new Exchange(
        origin.id(),
        window == null ? null : window.key(),
        origin.phase(),
        origin.place().site().service(),
        own == null ? null : own.instance(),
        own == null ? null : own.caller(),
        socket ? Kind.SOCKET : origin.asked().kind(),
        trace == null ? null : trace.traceId(),
        trace == null ? null : trace.spanId(),
        origin.clientTraceId(),
        origin.lane(),
        origin.asked().method(),
        origin.asked().path(),
        complete || socket ? call.status() : null,
        complete,
        call.fault(),
        request,
        response,
        socket ? List.of() : JsonShape.keys(call.response().kept()),
        origin.started(),
        origin.place().connectMicros(),
        call.firstByteMicros(),
        call.elapsedMicros(),
        socket ? call.frames().socket() : null);
  }
}
