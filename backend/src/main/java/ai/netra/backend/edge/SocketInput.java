package ai.netra.backend.edge;

import ai.netra.backend.service.Limits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames together into messages, on the channel's event loop: size and UTF-8 are checked here,
 * pings answered here.
 */
final class SocketInput extends SimpleChannelInboundHandler<WebSocketFrame> {

  static final String NAME = "netra.socket-input";

  /** Who takes the messages. */
  interface Receiver {

    /** Anything came: the client is alive. */
    void alive();

    void received(Incoming message);

    /** The framing or the encoding is broken, or a message is too big. */
    void broken(int code, String reason);

    /** The client closed, or said so. */
    void closedByClient(int code, String reason);

    void writable();

    void gone();
  }

  private final Limits limits;
  private final Receiver receiver;
  private @Nullable ByteArrayOutputStream text;
  private boolean binary;
  private int size;
  private boolean broken;

  SocketInput(Limits limits, Receiver receiver) {
    this.limits = limits;
    this.receiver = receiver;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (broken) {
      return;
    }
    receiver.alive();
    switch (frame) {
      case TextWebSocketFrame first -> {
        begin(false);
        part(first.content(), first.isFinalFragment());
      }
      case BinaryWebSocketFrame first -> {
        begin(true);
        part(first.content(), first.isFinalFragment());
      }
      case ContinuationWebSocketFrame next -> part(next.content(), next.isFinalFragment());
      case PingWebSocketFrame ping -> {
        var _ = context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      }
      case PongWebSocketFrame _ -> {}
      case CloseWebSocketFrame close -> closed(context, close);
      default -> broken(1002, "Protocol error");
    }
  }

  private void begin(boolean isBinary) {
    binary = isBinary;
    text = new ByteArrayOutputStream();
    size = 0;
  }

  private void part(ByteBuf content, boolean last) {
    size += content.readableBytes();
    if (size > limits.maxMessageBytes()) {
      broken(1009, "Message too big");
      return;
    }
    ByteArrayOutputStream into = text;
    if (into != null && !binary && size <= limits.maxFrameBytes()) {
      append(into, content);
    }
    if (last) {
      finish();
    }
  }

  private static void append(ByteArrayOutputStream into, ByteBuf content) {
    try {
      content.getBytes(content.readerIndex(), into, content.readableBytes());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be written", e);
    }
  }

  private void finish() {
    byte[] bytes = text == null ? new byte[0] : text.toByteArray();
    text = null;
    if (binary) {
      receiver.received(new Incoming.Binary());
    } else if (size > limits.maxFrameBytes()) {
      receiver.received(new Incoming.TooLarge(size));
    } else {
      text(bytes);
    }
  }

  private void text(byte[] bytes) {
    try {
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      receiver.received(new Incoming.Text(decoded));
    } catch (CharacterCodingException e) {
      broken(1007, "Invalid UTF-8");
    }
  }

  private void closed(ChannelHandlerContext context, CloseWebSocketFrame close) {
    broken = true;
    int code = close.statusCode() < 0 ? 1000 : close.statusCode();
    receiver.closedByClient(code, close.reasonText());
    CloseWebSocketFrame echo =
        close.statusCode() < 0
            ? new CloseWebSocketFrame()
            : new CloseWebSocketFrame(close.statusCode(), "");
    var _ = context.writeAndFlush(echo).addListener(ChannelFutureListener.CLOSE);
  }

  private void broken(int code, String reason) {
    broken = true;
    receiver.broken(code, reason);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    receiver.writable();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    receiver.gone();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    if (root instanceof CorruptedWebSocketFrameException corrupted) {
      boolean large = WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(corrupted.closeStatus());
      broken(large ? 1009 : 1002, large ? "Message too big" : "Protocol error");
      return;
    }
    var _ = context.close();
  }
}
