package ai.netra.loop.gateway;

import java.io.IOException;
import java.util.Optional;

/** Reads what the client sends, request by request, and passes it on. */
final class RequestSide {

  /** Longer than any service takes, so that a head too long for one still is read here. */
  static final int LONGEST_HEAD = 1 << 20;

  private final Connection connection;
  private final Wire wire;

  RequestSide(Connection connection, Wire wire) {
    this.connection = connection;
    this.wire = wire;
  }

  /** Runs until the client ends its side, or the connection is cut. */
  void run() throws IOException {
    boolean goesOn = wire.more();
    while (goesOn) {
      goesOn = passRequest() && wire.more();
    }
  }

  private boolean passRequest() throws IOException {
    if (wire.passesBlankLine()) {
      return true;
    }
    byte[] bytes = wire.takeHead(LONGEST_HEAD);
    Optional<RequestHead> head = RequestHead.parse(bytes);
    if (head.isEmpty()) {
      passBytes(bytes);
      return false;
    }
    RequestHead plain = head.get().withoutH2c();
    Call call = connection.begin(plain);
    if (!connection.admits(call)) {
      return false;
    }
    connection.holdUp(call);
    if (call.statusInstead().isPresent()) {
      answer(call, plain);
      return false;
    }
    return pass(call, plain);
  }

  /** Reads the request to its end, passes nothing on and answers it. */
  private void answer(Call call, RequestHead head) throws IOException {
    wire.mute();
    BodyRelay.pass(wire, head.body(), call.request());
    call.requestEnded();
    connection.answer(call, call.statusInstead().getAsInt());
  }

  private void passBytes(byte[] bytes) throws IOException {
    Call call = connection.beginBytes(bytes);
    if (connection.admits(call)) {
      call.request().bytes(bytes, 0, bytes.length);
      wire.emit(bytes);
      wire.passAll(call.request());
      call.requestEnded();
    }
  }

  private boolean pass(Call call, RequestHead head) throws IOException {
    wire.emit(connection.toService(call, head.head()).bytes());
    BodyRelay.End end = BodyRelay.pass(wire, head.body(), call.request());
    wire.flush();
    if (end == BodyRelay.End.UNREADABLE) {
      wire.passAll(call.request());
    }
    boolean socket = head.asksForSocket() && call.awaitUpgrade();
    if (socket) {
      new FrameSide(call, wire, Side.CLIENT).run();
      call.frames().end(Side.CLIENT.wireName());
    }
    call.requestEnded();
    return end == BodyRelay.End.WHOLE && !socket;
  }
}
