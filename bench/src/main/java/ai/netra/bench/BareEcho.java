package ai.netra.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;

/**
 * The peer of sockets: Netty in a process of its own that echoes text frames, or with the argument
 * {@code cast} sends each to all other sockets. Prints its port.
 */
final class BareEcho {

  private static final int MAX_HANDSHAKE_BYTES = 65_536;

  private BareEcho() {}

  public static void main(String[] arguments) throws InterruptedException {
    boolean cast = arguments.length > 0 && arguments[0].equals("cast");
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Pipeline(cast ? new Cast() : new Echo()))
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    System.out.println(((InetSocketAddress) server.localAddress()).getPort());
    server.closeFuture().sync();
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {

    private final ChannelHandler last;

    Pipeline(ChannelHandler last) {
      this.last = last;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(
              new HttpServerCodec(),
              new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
              new WebSocketServerProtocolHandler("/ws"),
              last);
    }
  }

  @Sharable
  private static final class Echo extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      ChannelFuture _ = context.writeAndFlush(frame.retain());
    }
  }

  @Sharable
  private static final class Cast extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final ChannelGroup all = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    @Override
    public void channelActive(ChannelHandlerContext context) {
      all.add(context.channel());
      context.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      ChannelGroupFuture _ =
          all.write(frame.retain(), ChannelMatchers.isNot(context.channel()), true);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      all.flush();
    }
  }
}
