package org.opstap.backend.operations;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opstap.backend.wake.WakeHub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the server so that nobody notices more than a pause: not ready any more, every stream told
 * to connect again, nothing new taken, everything taken answered (OPS-3).
 */
@Singleton
public class GracefulStop implements ReadyWhen {
  /** Longer than any request of ours; whoever sends more slowly sends again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  private final EmbeddedServer server;
  private final WakeHub wake;
  private volatile boolean serving;

  GracefulStop(EmbeddedServer server, WakeHub wake) {
    this.server = server;
    this.wake = wake;
  }

  @EventListener
  void started(ServerStartupEvent event) {
    serving = true;
  }

  /** From the moment that the server takes connections to the moment that it is told to stop. */
  @Override
  public boolean isReady() {
    return serving;
  }

  /** Returns when everything that was taken is answered, or after ten seconds. */
  public void stop() {
    serving = false;
    wake.stop();
    if (server instanceof GracefulShutdownCapable capable) {
      try {
        capable
            .shutdownGracefully()
            .toCompletableFuture()
            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        LOG.warn("some requests were not finished after {} s", PATIENCE.toSeconds());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
