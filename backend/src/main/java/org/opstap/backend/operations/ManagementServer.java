package org.opstap.backend.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.opstap.backend.provider.Providers;

/**
 * Answers {@code /ready}, {@code /health} and {@code /metrics} on loopback and nowhere else
 * (OPS-1). It shares nothing with the server of the routes: neither can be reached through the
 * other.
 */
@Context
@Requires(property = "opstap.management-port")
class ManagementServer {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;

  private final List<ReadyWhen> parts;
  private final Providers providers;
  private final PrometheusMeterRegistry metrics;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param port 0 for a free one
   */
  ManagementServer(
      @Property(name = "opstap.management-port") int port,
      List<ReadyWhen> parts,
      Providers providers,
      PrometheusMeterRegistry metrics) {
    this.parts = parts;
    this.providers = providers;
    this.metrics = metrics;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new PortTakenException(port);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, METHOD_NOT_ALLOWED, "GET only\n");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/ready" -> sendReadiness(exchange, "");
        case "/health" -> sendReadiness(exchange, String.join("\n", providers.lines()) + "\n");
        case "/metrics" -> send(exchange, OK, metrics.scrape());
        default -> send(exchange, NOT_FOUND, "/ready, /health or /metrics\n");
      }
    }
  }

  private void sendReadiness(HttpExchange exchange, String more) throws IOException {
    boolean ready = parts.stream().allMatch(ReadyWhen::isReady);
    send(exchange, ready ? OK : UNAVAILABLE, (ready ? "ready\n" : "not ready\n") + more);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @PreDestroy
  void close() {
    server.stop(0);
    threads.close();
  }
}
