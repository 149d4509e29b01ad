package ai.netra.backend.edge;

import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** The server's parser limits, and our handlers right behind its codec. */
final class HttpServerSettings implements NettyServerCustomizer {

  private static final int REQUEST_LINE_BYTES = 8 * 1024;
  private static final int HEADER_BYTES = 16 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(75);

  private final Supplier<ParserGuard> guards;
  private final Supplier<SocketUpgrade> upgrades;

  HttpServerSettings(Supplier<ParserGuard> guards, Supplier<SocketUpgrade> upgrades) {
    this.guards = guards;
    this.upgrades = upgrades;
  }

  @Override
  public HttpServer apply(HttpServer server) {
    return server
        .httpRequestDecoder(
            limits -> limits.maxInitialLineLength(REQUEST_LINE_BYTES).maxHeaderSize(HEADER_BYTES))
        .idleTimeout(IDLE)
        .doOnChannelInit(
            (_, channel, _) -> {
              ChannelPipeline pipeline = channel.pipeline();
              pipeline.addAfter(NettyPipeline.HttpCodec, ParserGuard.NAME, guards.get());
              pipeline.addAfter(ParserGuard.NAME, SocketUpgrade.NAME, upgrades.get());
            });
  }
}
