package org.opstap.backend.wake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.ArrayList;
import java.util.List;
import org.opstap.backend.wake.EventStream.Farewell;

/**
 * Takes a connection away from HTTP once the head of its event stream is written: the request, the
 * codec and everything else that a connection keeps for its next request go, and the stream writes
 * its bytes itself. To the framework the answer was a short, finished one; to the client it has no
 * length and goes on until the connection closes (RFC 9112 section 6.3).
 *
 * <p>For HTTP/1.1, which is all that this server speaks: there a stream has its connection to
 * itself.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the connection
final class StreamHandover extends ChannelOutboundHandlerAdapter {
  private static final String NAME = "event-stream-handover";

  /** An nginx in front would keep the few bytes of a stream until it has some kilobytes of them. */
  private static final String UNBUFFERED = "X-Accel-Buffering";

  /** So many bytes wait for a slow reader in this process; the rest waits as news. */
  private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(2_048, 4_096);

  /** And so many in the system: a hundred news. */
  private static final int SOCKET_BUFFER = 16 * 1024;

  private final EventStream stream;
  private boolean taken;

  private StreamHandover(EventStream stream) {
    this.stream = stream;
  }

  /** The answer that becomes the stream as soon as it is written. */
  static HttpResponse<byte[]> answer(HttpRequest<?> request, EventStream stream) {
    ChannelHandlerContext http = connection(request);
    // Waits for the event loop: a handler that is still to be added would not see the answer.
    http.executor().submit(() -> prepare(http, stream)).syncUninterruptibly();
    return HttpResponse.ok(EventText.first())
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(UNBUFFERED, "no");
  }

  private static void prepare(ChannelHandlerContext http, EventStream stream) {
    boolean another = http.pipeline().get(NAME) != null;
    if (another || http.isRemoved()) {
      // Two streams asked for at once on one connection, or it is gone already.
      stream.end(Farewell.NONE);
      http.channel().close();
    } else {
      http.pipeline().addBefore(http.name(), NAME, new StreamHandover(stream));
    }
  }

  private static ChannelHandlerContext connection(HttpRequest<?> request) {
    HttpRequest<?> inner = request;
    while (inner instanceof HttpRequestWrapper<?> wrapper) {
      inner = wrapper.getDelegate();
    }
    return ((NettyHttpRequest<?>) inner).getChannelHandlerContext();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (!(message instanceof FullHttpResponse answer) || !isStream(answer)) {
      context.write(message, promise);
      return;
    }
    answer.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    // Not with the given promise: the framework may close the connection when that is kept.
    context.writeAndFlush(answer, context.voidPromise());
    context.executor().execute(() -> take(context.channel()));
  }

  /** The connection is gone before the answer was written. */
  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (!taken) {
      stream.end(Farewell.NONE);
    }
  }

  private static boolean isStream(FullHttpResponse answer) {
    String type = answer.headers().get(HttpHeaderNames.CONTENT_TYPE);
    return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM);
  }

  private void take(Channel channel) {
    if (!channel.isActive()) {
      return;
    }
    taken = true;
    ChannelPipeline pipeline = channel.pipeline();
    List<ChannelHandler> http = new ArrayList<>();
    pipeline
        .toMap()
        .forEach(
            (name, handler) -> {
              if (!name.equals(ChannelPipelineCustomizer.HANDLER_SSL)) {
                http.add(handler);
              }
            });
    // Before the handler of requests: what the codec has left over must not reach it. That one goes
    // last, since the framework holds on to it, and it to its neighbours.
    pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, null, stream);
    http.forEach(pipeline::remove);
    channel.config().setWriteBufferWaterMark(WAITING);
    channel.config().setOption(ChannelOption.SO_SNDBUF, SOCKET_BUFFER);
    stream.speak(channel);
    // Nobody asks for requests any more; that the client goes away is still to be seen.
    channel.config().setAutoRead(true);
  }
}
