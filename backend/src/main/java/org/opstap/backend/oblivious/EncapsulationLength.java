package org.opstap.backend.oblivious;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.handler.PipeliningServerHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
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

  /** Stands in front of the server on each connection. */
  @Singleton
  static final class Place implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final BodySizeLimits usual;

    Place(NettyHttpServerConfiguration configuration) {
      this.usual =
          new BodySizeLimits(
              configuration.getMaxRequestSize(), configuration.getMaxRequestBufferSize());
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
        BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
      event.getBean().register(new Connections());
      return event.getBean();
    }

    private final class Connections implements NettyServerCustomizer {
      @Override
      public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
      }
    }

    private final class Connection implements NettyServerCustomizer {
      private final Channel channel;

      Connection(Channel channel) {
        this.channel = channel;
      }

      @Override
      public void onStreamPipelineBuilt() {
        channel
            .pipeline()
            .addBefore(
                ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                "encapsulation-length",
                new EncapsulationLength(usual));
      }
    }
  }
}
