package ai.netra.loop.gateway;

import ai.netra.loop.record.Exchange.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Reads what the service sends, answer by answer, and passes it on. */
final class ResponseSide {

  private static final byte[] NOTHING = new byte[0];

  private final Connection connection;
  private final Wire wire;

  ResponseSide(Connection connection, Wire wire) {
    this.connection = connection;
    this.wire = wire;
  }

  /** Runs until the service ends its side, or the connection is cut. */
  void run() throws IOException {
    boolean goesOn = wire.more();
    while (goesOn) {
      goesOn = passAnswer() && wire.more();
    }
  }

  private boolean passAnswer() throws IOException {
    Call call = connection.current().orElseGet(() -> connection.beginBytes(NOTHING));
    call.firstByte();
    if (call.isDropped()) {
      call.cut("drop");
      return false;
    }
    byte[] bytes = wire.takeHead(RequestSide.LONGEST_HEAD);
    Optional<AnswerHead> answer = AnswerHead.parse(bytes, call.origin().asked().method());
    if (answer.isEmpty()) {
      passBytes(call, bytes);
      return false;
    }
    return pass(call, answer.get());
  }

  private void passBytes(Call call, byte[] bytes) throws IOException {
    call.response().bytes(bytes, 0, bytes.length);
    wire.emit(bytes);
    wire.passAll(call.response());
    call.responseEnded();
  }

  private boolean pass(Call call, AnswerHead answer) throws IOException {
    if (isChanged(call, answer)) {
      return passChanged(call, answer);
    }
    wire.emit(connection.toClient(call, answer.head()).bytes());
    if (answer.isInterim()) {
      return true;
    }
    call.answered(answer.status());
    if (answer.status() == 101) {
      passFrames(call);
      return false;
    }
    call.upgraded(false);
    if (call.origin().asked().kind() == Kind.RAW) {
      wire.passAll(call.response());
      call.answeredWhole();
      call.responseEnded();
      return false;
    }
    return passBody(call, answer.body());
  }

  private static boolean isChanged(Call call, AnswerHead answer) {
    boolean body = answer.status() >= 200 && !(answer.body() instanceof Framing.None);
    return switch (call.change().orElse(null)) {
      case Fault.Change.Leaves _ -> body;
      case Fault.Change.Leaf it -> body && it.types().isEmpty();
      case null, default -> false;
    };
  }

  /** Takes the whole body first: its length changes with it. */
  private boolean passChanged(Call call, AnswerHead answer) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    wire.mute();
    BodyRelay.End end =
        BodyRelay.pass(
            wire,
            answer.body(),
            (bytes, from, length) -> {
              call.response().bytes(bytes, from, length);
              body.write(bytes, from, length);
            });
    wire.unmute();
    call.answered(answer.status());
    call.upgraded(false);
    byte[] changed = changed(call, body.toByteArray());
    Head head = answer.head().without("Transfer-Encoding").without("Content-Length");
    head = head.with("Content-Length", String.valueOf(changed.length));
    wire.emit(connection.toClient(call, head).bytes());
    wire.emit(changed);
    boolean whole = end == BodyRelay.End.WHOLE;
    if (whole) {
      call.answeredWhole();
    }
    wire.flush();
    connection.answered();
    call.responseEnded();
    return whole;
  }

  private boolean passBody(Call call, Framing body) throws IOException {
    BodyRelay.End end = BodyRelay.pass(wire, body, call.response());
    if (end == BodyRelay.End.UNREADABLE) {
      wire.passAll(call.response());
    }
    boolean whole = end == BodyRelay.End.WHOLE;
    if (whole) {
      call.answeredWhole();
      connection.tellWrite(call);
    }
    wire.flush();
    connection.answered();
    call.responseEnded();
    return whole;
  }

  private static byte[] changed(Call call, byte[] body) {
    if (call.change().orElse(null) instanceof Fault.Change.Leaf it) {
      String place = Leaves.chosen(body, it.seed());
      if (place.isEmpty()) {
        return body;
      }
      call.disturbed(it.label() + " " + place);
      return Leaves.changed(body, place);
    }
    call.disturbed("leaves");
    return Leaves.changed(body);
  }

  private void passFrames(Call call) throws IOException {
    wire.flush();
    call.upgraded(true);
    new FrameSide(call, wire, Side.SERVICE).run();
    call.frames().end(Side.SERVICE.wireName());
    call.responseEnded();
  }
}
