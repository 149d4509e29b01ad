package ai.netra.backend.edge;

import ai.netra.backend.edge.HandshakeOutcome.Denied;
import ai.netra.backend.edge.HandshakeOutcome.TurnedAway;
import ai.netra.backend.edge.HandshakeOutcome.Welcomed;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes handshakes off the framework's hands: it stands right behind the codec of each connection,
 * decides on a virtual thread, and on acceptance leaves nothing in the pipeline but frames.
 */
final class SocketUpgrade extends ChannelInboundHandlerAdapter {

  static final String NAME = "netra.socket-upgrade";
  private static final Logger LOG = LoggerFactory.getLogger(SocketUpgrade.class);
  private static final String PROTOCOL = "jwt-auth";

  private final UpgradeParts parts;
  private boolean taken;

  SocketUpgrade(UpgradeParts parts) {
    this.parts = parts;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (taken) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request && isHandshake(request)) {
      taken = true;
      decide(context, request);
      ReferenceCountUtil.release(message);
      return;
    }
    context.fireChannelRead(message);
  }

  /** Anything else on this path goes on to the answer 426. */
  private boolean isHandshake(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return request.method().name().equals("GET")
        && headers.containsValue(HttpHeaderNames.UPGRADE, "websocket", true)
        && headers.containsValue(HttpHeaderNames.CONNECTION, "upgrade", true)
        && parts.isSocketPath(request.uri());
  }

  private void decide(ChannelHandlerContext context, HttpRequest received) {
    long began = System.nanoTime();
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            received.protocolVersion(),
            received.method(),
            received.uri(),
            Unpooled.EMPTY_BUFFER,
            received.headers().copy(),
            EmptyHttpHeaders.INSTANCE);
    UpgradeRequest upgrade =
        UpgradeRequest.of(
            request,
            parts
                .addresses()
                .of(context.channel().remoteAddress(), request.headers().get("X-Forwarded-For")),
            parts.guard().traces());
    parts
        .threads()
        .execute(
            () -> {
              HandshakeOutcome outcome = decided(upgrade);
              context.executor().execute(() -> apply(context, request, upgrade, outcome, began));
            });
  }

  private HandshakeOutcome decided(UpgradeRequest upgrade) {
    try {
      return parts.handshake().decide(upgrade);
    } catch (RuntimeException e) {
      return new Denied(parts.fault(e, upgrade.trace().traceId()));
    }
  }

  private void apply(
      ChannelHandlerContext context,
      FullHttpRequest request,
      UpgradeRequest upgrade,
      HandshakeOutcome outcome,
      long began) {
    switch (outcome) {
      case Denied(var refused) -> {
        var _ =
            context
                .writeAndFlush(parts.denial(refused, upgrade, began))
                .addListener(ChannelFutureListener.CLOSE);
      }
      case TurnedAway away -> {
        SocketLog.handshake(SocketLog.Answered.turnedAway(upgrade, away.refused().code()), began);
        open(context, request, upgrade, channel -> parts.turnAway(channel, away, upgrade));
      }
      case Welcomed(var caller) -> {
        SocketLog.handshake(SocketLog.Answered.welcomed(upgrade, caller.userId()), began);
        open(context, request, upgrade, channel -> parts.welcome(channel, caller, upgrade));
      }
    }
  }

  /** Who takes the connection over once it speaks frames; on the event loop. */
  private interface Taker {
    void take(Channel channel);
  }

  private void open(
      ChannelHandlerContext context, FullHttpRequest request, UpgradeRequest upgrade, Taker taker) {
    Channel channel = context.channel();
    removeFramework(context);
    HttpHeaders headers = new DefaultHttpHeaders();
    parts.headers(upgrade, headers);
    if (upgrade.offers(PROTOCOL)) {
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, PROTOCOL);
    }
    taker.take(channel);
    var _ =
        handshaker()
            .handshake(channel, request, headers, channel.newPromise())
            .addListener(
                done -> {
                  if (!done.isSuccess()) {
                    LOG.atInfo()
                        .addKeyValue("trace_id", upgrade.trace().traceId())
                        .log("a client left in its handshake");
                    var _ = channel.close();
                  }
                });
  }

  /** What stands behind us belongs to the framework and knows nothing of frames. */
  private static void removeFramework(ChannelHandlerContext context) {
    ChannelPipeline pipeline = context.pipeline();
    while (!NAME.equals(pipeline.lastContext().name())) {
      pipeline.removeLast();
    }
    pipeline.remove(NAME);
    pipeline.remove(ParserGuard.NAME);
  }

  private WebSocketServerHandshaker13 handshaker() {
    return new WebSocketServerHandshaker13(
        "",
        null,
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(parts.limits().maxMessageBytes())
            .expectMaskedFrames(true)
            .allowMaskMismatch(false)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .withUTF8Validator(false)
            .build());
  }
}
