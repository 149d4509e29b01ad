package ai.netra.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;

/** A client of a crowd: joins as its server wants it, then counts. */
final class Member extends SimpleChannelInboundHandler<TextWebSocketFrame> {

  private final Speech speech;
  private final Tally tally;
  private boolean joined;

  Member(Speech speech, Tally tally) {
    this.speech = speech;
    this.tally = tally;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE && speech.joinsAtOnce()) {
      join();
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    ByteBuf content = frame.content();
    if (joined) {
      if (speech.counts(content)) {
        tally.frame(speech.ends(content));
      }
    } else if (speech.opens(content)) {
      ChannelFuture _ = context.writeAndFlush(new TextWebSocketFrame("40"));
    } else if (speech.joins(content)) {
      join();
    }
  }

  private void join() {
    joined = true;
    tally.join();
  }
}
