package org.opstap.backend.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;

/**
 * A handler that stands in front of the server on each of its connections, one for each. A subclass
 * is a bean.
 */
public abstract class OnEachConnection
    implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final String name;

  /**
   * @param name of the handler, which no other has
   */
  protected OnEachConnection(String name) {
    this.name = name;
  }

  /** The handler for one more connection. */
  protected abstract ChannelHandler handler();

  @Override
  public final NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Connections());
    return event.getBean();
  }

  /** For the server's own channel, of which each connection's is made. */
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
          .addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, name, handler());
    }
  }
}
