package ai.netra.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Many WebSocket clients in one event loop that count what reaches them. */
final class Crowd implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_FRAME_BYTES = 1 << 20;
  private static final int MAX_HANDSHAKE_BYTES = 65_536;

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Speech speech;
  private final Tally tally = new Tally();

  private Crowd(Speech speech) {
    this.speech = speech;
  }

  /** Connects this many and waits until all take part; a token is shown in the handshake. */
  static Crowd join(String url, Speech speech, @Nullable String token, int clients) {
    Crowd crowd = new Crowd(speech);
    HttpHeaders headers = new DefaultHttpHeaders();
    if (token != null) {
      headers.set("Authorization", "Bearer " + token);
    }
    URI address = URI.create(url);
    for (int i = 0; i < clients; i++) {
      crowd.connect(address, headers);
    }
    crowd.await(crowd.tally::joined, clients, "joined");
    return crowd;
  }

  private void connect(URI address, HttpHeaders headers) {
    Bootstrap bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class);
    bootstrap.handler(
        new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            WebSocketClientProtocolConfig config =
                WebSocketClientProtocolConfig.newBuilder()
                    .webSocketUri(address)
                    .customHeaders(headers)
                    .maxFramePayloadLength(MAX_FRAME_BYTES)
                    .build();
            channel
                .pipeline()
                .addLast(
                    new HttpClientCodec(),
                    new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
                    new WebSocketClientProtocolHandler(config),
                    new Member(speech, tally));
          }
        });
    bootstrap.connect(address.getHost(), address.getPort()).syncUninterruptibly();
  }

  /** Waits until so many ends of runs have been seen by the clients together. */
  void awaitEnds(long ends) {
    await(tally::ends, ends, "ends of runs");
  }

  /** Frames that went to everybody and have arrived, and when the last one did. */
  Tally tally() {
    return tally;
  }

  private void await(LongSupplier count, long wanted, String what) {
    long start = System.nanoTime();
    while (count.getAsLong() < wanted) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "%d %s are required within %s, got %d"
                .formatted(wanted, what, PATIENCE, count.getAsLong()));
      }
      Child.pause();
    }
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }
}
