package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.record.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes the frames of one side of a socket on and notes each, whether it is allowed or not. */
final class FrameSide {

  private static final int KEPT_BYTES = 1 << 14;
  private static final long LONGEST_CHANGED = 1 << 20;
  private static final int CLOSE = 8;
  private static final int TEXT = 1;

  /** FIN set, no reserved bit: a text frame that is a whole message as it stands. */
  private static final int WHOLE_TEXT = 0x80 | TEXT;

  private final Call call;
  private final Wire wire;
  private final Side side;
  private final Meter meter;

  FrameSide(Call call, Wire wire, Side side) {
    this.call = call;
    this.wire = wire;
    this.side = side;
    this.meter = side == Side.CLIENT ? call.request() : call.response();
  }

  /** Passes frames until the stream ends or the call's fault mode cuts it. */
  void run() throws IOException {
    while (wire.more()) {
      if (side == Side.SERVICE && call.dropsFrames()) {
        call.cut("drop");
        return;
      }
      Optional<Fault.Change> change = side == Side.SERVICE ? call.change() : Optional.empty();
      if (!(change.isPresent() ? passChanged(change.get()) : passFrame())) {
        wire.passAll(meter);
      }
    }
  }

  /** Passes one frame; false when there is no telling where it ends. */
  private boolean passFrame() throws IOException {
    byte[] start = wire.takeBytes(2);
    wire.emit(start);
    if (start.length < 2) {
      return true;
    }
    int shortLength = start[1] & 0x7f;
    byte[] extended = wire.takeBytes(lengthBytes(shortLength));
    byte[] mask = wire.takeBytes((start[1] & 0x80) == 0 ? 0 : 4);
    wire.emit(extended);
    wire.emit(mask);
    long length = extended.length == 0 ? shortLength : unsigned(extended);
    return length >= 0 && passPayload(start[0] & 0xff, length, mask);
  }

  /** Takes a whole frame before it decides what to send; false when it is too long for that. */
  private boolean passChanged(Fault.Change change) throws IOException {
    byte[] start = wire.takeBytes(2);
    byte[] extended = wire.takeBytes(start.length < 2 ? 0 : lengthBytes(start[1] & 0x7f));
    long length = extended.length == 0 ? start[start.length - 1] & 0x7f : unsigned(extended);
    if (start.length < 2 || length < 0 || length > LONGEST_CHANGED || start[1] < 0) {
      wire.emit(start);
      wire.emit(extended);
      return false;
    }
    byte[] plain = wire.takeBytes((int) length);
    Payload payload = new Payload(new byte[0], meter);
    payload.bytes(plain, 0, plain.length);
    note(start[0] & 0xff, length, payload);
    if ((start[0] & 0xff) == WHOLE_TEXT) {
      emitChanged(change, start, extended, plain);
    } else {
      emit(start, extended, plain);
    }
    return true;
  }

  private void emitChanged(Fault.Change change, byte[] start, byte[] extended, byte[] plain)
      throws IOException {
    String type = JsonShape.type(plain);
    switch (change) {
      case Fault.Change.Leaves it -> emit(start[0], Leaves.changed(plain), it.label());
      case Fault.Change.Leaf it when type != null && it.types().contains(type) -> {
        String place = Leaves.chosen(plain, it.seed());
        if (place.isEmpty()) {
          emit(start, extended, plain);
        } else {
          emit(start[0], Leaves.changed(plain, place), it.label() + " " + type + " " + place);
        }
      }
      case Fault.Change.DropFrames it when type != null && it.types().contains(type) ->
          call.disturbed(it.label());
      case Fault.Change.DoubleFrames it when type != null && it.types().contains(type) -> {
        emit(start, extended, plain);
        emit(start[0], plain, it.label());
      }
      case Fault.Change _ -> emit(start, extended, plain);
    }
  }

  private void emit(byte[]... parts) throws IOException {
    for (byte[] part : parts) {
      wire.emit(part);
    }
  }

  private void emit(byte first, byte[] payload, String fault) throws IOException {
    call.disturbed(fault);
    ByteBuffer head = ByteBuffer.allocate(2 + Long.BYTES).put(first);
    if (payload.length < 126) {
      head.put((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      head.put((byte) 126).putShort((short) payload.length);
    } else {
      head.put((byte) 127).putLong(payload.length);
    }
    wire.emit(Arrays.copyOf(head.array(), head.position()));
    wire.emit(payload);
  }

  private static int lengthBytes(int shortLength) {
    return shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
  }

  private static long unsigned(byte[] bigEndian) {
    byte[] padded = new byte[Long.BYTES];
    System.arraycopy(bigEndian, 0, padded, padded.length - bigEndian.length, bigEndian.length);
    return ByteBuffer.wrap(padded).getLong();
  }

  private boolean passPayload(int first, long length, byte[] mask) throws IOException {
    Payload payload = new Payload(mask, meter);
    if (wire.pass(length, payload)) {
      note(first, length, payload);
    }
    return true;
  }

  private void note(int first, long length, Payload payload) {
    int opcode = first & 0x0f;
    byte[] kept = payload.kept.toByteArray();
    String type = first == WHOLE_TEXT ? JsonShape.type(kept) : null;
    String sha256 = HexFormat.of().formatHex(payload.digest.digest());
    call.frames()
        .add(
            new Exchange.Frame(
                side.direction(), name(opcode), length, sha256, type, call.elapsedMicros()));
    if (opcode == CLOSE) {
      call.frames().close(side, closeCode(kept), closeReason(kept));
    }
  }

  private static @Nullable Integer closeCode(byte[] payload) {
    return payload.length < 2 ? null : ByteBuffer.wrap(payload).getShort() & 0xffff;
  }

  private static @Nullable String closeReason(byte[] payload) {
    return payload.length <= 2
        ? null
        : new String(Arrays.copyOfRange(payload, 2, payload.length), UTF_8);
  }

  private static String name(int opcode) {
    return switch (opcode) {
      case 0 -> "continuation";
      case TEXT -> "text";
      case 2 -> "binary";
      case CLOSE -> "close";
      case 9 -> "ping";
      case 10 -> "pong";
      default -> "reserved " + opcode;
    };
  }

  /** Sees a payload as it was before masking. */
  private static final class Payload implements Wire.Tap {

    private final byte[] mask;
    private final Meter meter;
    private final MessageDigest digest = Digests.sha256();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long position;

    Payload(byte[] mask, Meter meter) {
      this.mask = mask;
      this.meter = meter;
    }

    @Override
    public void bytes(byte[] buffer, int from, int length) {
      byte[] plain = Arrays.copyOfRange(buffer, from, from + length);
      for (int i = 0; mask.length == 4 && i < length; i++) {
        plain[i] ^= mask[(int) ((position + i) & 3)];
      }
      position += length;
      digest.update(plain);
      meter.bytes(plain, 0, length);
      kept.write(plain, 0, Math.min(length, KEPT_BYTES - kept.size()));
    }
  }
}
