package ai.netra.backend.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;

/**
 * Reads on after the last frame was sent, and drops what comes. Whoever closes a connection while
 * the other side still writes makes its system answer with a reset, which may take the close frame
 * away from a client that has not read it yet.
 */
final class Linger extends ChannelInboundHandlerAdapter {

  /** What is read at most for nothing: many times the largest message. */
  private static final long MOST_BYTES = 16 * 1024 * 1024;

  private long dropped;

  private Linger() {}

  /**
   * Says that nothing more will be sent, and waits for the other side to go; on the event loop. The
   * caller bounds the time.
   */
  static void on(Channel channel) {
    if (channel.isActive() && channel instanceof DuplexChannel duplex) {
      channel.pipeline().addFirst(new Linger());
      channel.config().setAutoRead(true);
      var _ = duplex.shutdownOutput();
    } else {
      var _ = channel.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    dropped += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
    ReferenceCountUtil.release(message);
    if (dropped > MOST_BYTES) {
      var _ = context.close();
    }
  }

  /** A reset by the client ends it too. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
