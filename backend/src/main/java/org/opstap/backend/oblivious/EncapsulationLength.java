package org.opstap.backend.oblivious;

import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.handler.PipeliningServerHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import org.opstap.backend.http.OnEachConnection;
import org.opstap.protocol.ohttp.Gateway;

/**
 * Lets encapsulated requests, and no others, be as long as the gateway takes them (LIM-2): the
 * largest body of a route, with what goes around it.
 */
final class EncapsulationLength extends ChannelInboundHandlerAdapter {
  private static final BodySizeLimits ENCAPSULATED =
      new BodySizeLimits(Gateway.MAXIMUM_LENGTH, Gateway.MAXIMUM_LENGTH);

  private final BodySizeLimits usual;

  private EncapsulationLength(BodySizeLimits usual) {
    this.usual = usual;
  }

  /** Before each request's body, and on the same thread as what it limits. */
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      context
          .pipeline()
          .get(PipeliningServerHandler.class)
          .setBodySizeLimits(request.uri().equals(ObliviousController.PATH) ? ENCAPSULATED : usual);
    }
    context.fireChannelRead(message);
  }

  /** Limits the requests of each connection. */
  @Singleton
  static final class Place extends OnEachConnection {
    private final BodySizeLimits usual;

    Place(NettyHttpServerConfiguration configuration) {
      super("encapsulation-length");
      this.usual =
          new BodySizeLimits(
              configuration.getMaxRequestSize(), configuration.getMaxRequestBufferSize());
    }

    @Override
    protected ChannelHandler handler() {
      return new EncapsulationLength(usual);
    }
  }
}
