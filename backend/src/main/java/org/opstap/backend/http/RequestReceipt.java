package org.opstap.backend.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches one connection's requests come in: within {@link Limits#REQUEST_TIME} (LIM-4), together
 * with all others within a bound of memory (LIM-5), and not on and on after an answer was given
 * (LIM-6).
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the connection
final class RequestReceipt extends ChannelDuplexHandler {
  /** Bytes that it takes to keep a part of a body, however short, beside its own. */
  private static final int KEEPING = 256;

  /** A part below this is copied: it would keep all that was read with it, up to 64 KiB. */
  private static final int SMALL = 4_096;

  private final UnfinishedBodies bodies;
  private final Duration time;
  private boolean receiving;
  private boolean answered;
  private boolean waits = true;
  private long waitsSince = System.nanoTime();
  private long requests;

  /**
   * @param time from the beginning of the connection, or the end of an answer, to the end of a
   *     request
   */
  RequestReceipt(UnfinishedBodies bodies, Duration time) {
    this.bodies = bodies;
    this.time = time;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    lookAfter(context, time.toNanos());
  }

  /** One look at a time is planned, however many requests come. */
  private void lookAfter(ChannelHandlerContext context, long nanos) {
    context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
  }

  private void look(ChannelHandlerContext context) {
    if (context.isRemoved() || !context.channel().isActive()) {
      return;
    }
    long left = waits ? time.toNanos() - (System.nanoTime() - waitsSince) : time.toNanos();
    if (left > 0) {
      lookAfter(context, left);
    } else {
      context.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      receiving = true;
      answered = false;
      requests++;
    }
    if (message instanceof LastHttpContent) {
      receiving = false;
      waits = false;
      bodies.end(context.channel());
      context.fireChannelRead(message);
    } else if (message instanceof HttpContent content && !answered) {
      bodies.add(context.channel(), content.content().readableBytes() + KEEPING);
      context.fireChannelRead(alone(content));
    } else {
      context.fireChannelRead(message);
    }
  }

  /** The same part, which keeps little more than itself: a body may come in parts of a byte. */
  private static HttpContent alone(HttpContent part) {
    if (part.content().readableBytes() >= SMALL) {
      return part;
    }
    try {
      return part.replace(Unpooled.copiedBuffer(part.content()));
    } finally {
      part.release();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    context.write(message, promise);
    if (message instanceof LastHttpContent && !isInterim(message)) {
      waits = true;
      waitsSince = System.nanoTime();
      if (receiving) {
        endIfItGoesOn(context);
      }
    }
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().code() < HttpResponseStatus.OK.code();
  }

  private void endIfItGoesOn(ChannelHandlerContext context) {
    answered = true;
    bodies.end(context.channel());
    long request = requests;
    context
        .executor()
        .schedule(
            () -> {
              if (receiving && requests == request) {
                context.close();
              }
            },
            Limits.ANSWERED_REQUEST_TIME.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    bodies.end(context.channel());
    context.fireChannelInactive();
  }

  /** Has each connection of the server watched. */
  @Singleton
  static final class Watch extends OnEachConnection {
    private final UnfinishedBodies bodies;

    Watch(UnfinishedBodies bodies) {
      super("request-receipt");
      this.bodies = bodies;
    }

    @Override
    protected ChannelHandler handler() {
      return new RequestReceipt(bodies, Limits.REQUEST_TIME);
    }
  }
}
