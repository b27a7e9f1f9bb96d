package org.opstap.backend.oblivious;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.execution.ExecutionFlow;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.http.server.RequestLifecycle;
import io.micronaut.http.server.ResponseLifecycle;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteMatch;
import io.netty.channel.ChannelHandlerContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opstap.backend.database.UnavailableException;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ProblemResponses;
import org.opstap.backend.http.Relayed;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.problem.ProblemType;

/**
 * Has an opened request answered by this server's own routes: through the same filters, the same
 * router and the same writers as one that came by itself (OHT-24), and marked as {@link Relayed}.
 * It is the framework's own way of a request, entered behind the connection; decision 10 says why.
 */
@Singleton
final class InnerDispatch {
  /** Every route answers sooner than that (LIM-3). */
  private static final Duration LONGEST = UnavailableException.PATIENCE.multipliedBy(4);

  private final RouteExecutor routes;
  private final MessageBodyHandlerRegistry writers;
  private final ConversionService conversion;
  private final InnerMessages messages;
  private final ExecutorService threads;

  InnerDispatch(
      RouteExecutor routes,
      MessageBodyHandlerRegistry writers,
      ConversionService conversion,
      InnerMessages messages,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.routes = routes;
    this.writers = writers;
    this.conversion = conversion;
    this.messages = messages;
    this.threads = threads;
  }

  /** The routes for what comes out of a request: it shares nothing with that but its connection. */
  Exchanges.Routes beneath(HttpRequest<?> outer) {
    return new Beneath(connection(outer));
  }

  private static ChannelHandlerContext connection(HttpRequest<?> request) {
    HttpRequest<?> inner = request;
    while (inner instanceof HttpRequestWrapper<?> wrapper) {
      inner = wrapper.getDelegate();
    }
    return ((NettyHttpRequest<?>) inner).getChannelHandlerContext();
  }

  private final class Beneath implements Exchanges.Routes {
    private final ChannelHandlerContext connection;

    Beneath(ChannelHandlerContext connection) {
      this.connection = connection;
    }

    @Override
    public BinaryResponse answer(BinaryRequest request) {
      if (request.content().length() > messages.longestBody()) {
        return refuse(ProblemType.TOO_LARGE);
      }
      NettyHttpRequest<?> inner;
      try {
        inner = messages.request(request, connection);
      } catch (IllegalArgumentException e) {
        return refuse(ProblemType.MALFORMED_REQUEST);
      }
      Relayed.mark(inner);
      CompletableFuture<BinaryResponse> answer =
          new Lifecycle(inner).answer().whenComplete((response, failure) -> inner.release());
      try {
        return answer.copy().orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
      } catch (CompletionException e) {
        return refuse(
            e.getCause() instanceof TimeoutException
                ? ProblemType.UNAVAILABLE
                : ProblemType.INTERNAL);
      }
    }

    @Override
    public BinaryResponse refuse(ProblemType problem) {
      return new Writing(messages.nothing(connection))
          .write(ExecutionFlow.just(ProblemResponses.of(Problem.of(problem))))
          .join();
    }
  }

  /** One request through the filters to its route. */
  private final class Lifecycle extends RequestLifecycle {
    private final NettyHttpRequest<?> request;

    Lifecycle(NettyHttpRequest<?> request) {
      super(routes);
      this.request = request;
    }

    CompletableFuture<BinaryResponse> answer() {
      try (PropagatedContext.Scope _ =
          PropagatedContext.getOrEmpty().plus(new ServerHttpRequestContext(request)).propagate()) {
        return new Writing(request).write(normalFlow(request));
      }
    }

    /** What the route reads of the body is there before the route is called. */
    @Override
    protected ExecutionFlow<RouteMatch<?>> fulfillArguments(
        RouteMatch<?> route, HttpRequest<?> filtered) {
      return super.fulfillArguments(route, filtered)
          .<RouteMatch<?>>flatMap(
              match -> request.getRouteWaitsFor().<RouteMatch<?>>map(ready -> match));
    }
  }

  /** One response from an object to bytes. */
  private final class Writing extends ResponseLifecycle {
    private final NettyHttpRequest<?> request;

    Writing(NettyHttpRequest<?> request) {
      super(routes, writers, conversion, request.byteBodyFactory());
      this.request = request;
    }

    CompletableFuture<BinaryResponse> write(ExecutionFlow<? extends HttpResponse<?>> response) {
      return response
          .<ByteBodyHttpResponse<?>>flatMap(made -> encodeHttpResponseSafe(request, made))
          .toCompletableFuture()
          .thenCompose(
              written ->
                  written
                      .byteBody()
                      .buffer()
                      .thenApply(
                          body -> {
                            try (body) {
                              return InnerMessages.response(written, body.toByteArray());
                            }
                          }));
    }

    @Override
    protected Executor ioExecutor() {
      return threads;
    }
  }
}
