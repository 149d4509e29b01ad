package ai.netra.loop.gateway;

import ai.netra.loop.record.Exchange.Kind;
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

  private void passFrames(Call call) throws IOException {
    wire.flush();
    call.upgraded(true);
    new FrameSide(call, wire, Side.SERVICE).run();
    call.frames().end(Side.SERVICE.wireName());
    call.responseEnded();
  }
}
