package org.opstap.backend.wake;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.PseudonymId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wake-ups between nodes. A message may be lost or come twice, and NATS may be away: the log is the
 * truth, and {@link LatestComparison} finds what was missed (WAK-3, WAK-4). Nothing here waits for
 * NATS, not even the start.
 *
 * <p>The address may hold a password: neither it nor what the library says of it is logged.
 */
@Context
@Requires(property = "opstap.nats-url")
class NatsWake implements ConnectionListener, ErrorListener {
  static final String SUBJECT = "opstap.wake";

  private static final Logger LOG = LoggerFactory.getLogger(NatsWake.class);

  /** Short beside the comparison's pause. */
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  /** A NATS that hangs is noticed after two of them. */
  private static final Duration PING = Duration.ofSeconds(5);

  private static final int PINGS = 2;

  /** Minutes of the busiest hour; what doesn't fit is a lost wake-up. */
  private static final int UNSENT = 10_000;

  private final Options options;
  private final LiveStreams streams;
  private final AtomicBoolean missed = new AtomicBoolean(true);
  private volatile @Nullable Connection connection;
  private volatile boolean away = true;
  private volatile boolean closing;
  private volatile boolean ended;

  NatsWake(@Property(name = "opstap.nats-url") String url, LiveStreams streams) {
    this.streams = streams;
    this.options =
        Options.builder()
            .server(url)
            .maxReconnects(-1)
            .ignoreDiscoveredServers()
            .reconnectWait(RECONNECT)
            .reconnectBufferSize(0)
            .connectionTimeout(PING)
            .pingInterval(PING)
            .maxPingsOut(PINGS)
            .maxMessagesInOutgoingQueue(UNSENT)
            .discardMessagesWhenOutgoingQueueFull()
            .noEcho()
            .connectionListener(this)
            .errorListener(this)
            .build();
  }

  @PostConstruct
  final void connect() {
    try {
      Nats.connectAsynchronously(options, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The library gives up where NATS refuses the password twice; we don't. */
  void connectAgain() {
    if (ended && !closing) {
      ended = false;
      connect();
    }
  }

  /** Never blocks; while NATS is away, nothing is sent. */
  void publish(News news, Collection<? extends BrandedId> holders) {
    send(WakeMessage.encode(news, holders));
  }

  /** The same for the end of a holder's stream (WAK-6). */
  void publishEnd(PseudonymId holder) {
    send(List.of(EndMessage.encode(holder)));
  }

  /** The same for a capsule that wakes nobody any more (WAK-7). */
  void publish(ExpiredMessage expired) {
    send(List.of(expired.encode()));
  }

  private void send(List<byte[]> messages) {
    Connection open = connection;
    if (open == null || away) {
      return;
    }
    try {
      for (byte[] message : messages) {
        open.publish(SUBJECT, message);
      }
    } catch (IllegalStateException e) {
      // Went away a moment ago.
    }
  }

  boolean isAway() {
    return away;
  }

  /** Whether wake-ups may have been missed since the last time that this was asked. */
  boolean mayHaveMissed() {
    return missed.getAndSet(false);
  }

  @Override
  @SuppressWarnings("deprecation") // the interface's only method without a default
  public void connectionEvent(Connection source, Events event) {
    switch (event) {
      case CONNECTED -> {
        connection = source;
        source.createDispatcher(NatsWake.this::receive).subscribe(SUBJECT);
        back();
      }
      case RESUBSCRIBED -> back();
      case DISCONNECTED -> gone();
      case CLOSED -> {
        gone();
        ended = true;
      }
      default -> {
        // Other events change nothing here.
      }
    }
  }

  private void receive(Message message) {
    WakeMessage.decode(message.getData())
        .ifPresent(wake -> streams.tell(wake.news(), wake.holders()));
    EndMessage.decode(message.getData()).ifPresent(streams::end);
    ExpiredMessage.decode(message.getData())
        .ifPresent(told -> streams.tell(told.expired(), told.sender()));
  }

  private void back() {
    missed.set(true);
    if (away) {
      away = false;
      LOG.info("NATS is there: wake-ups go between nodes");
    }
  }

  private void gone() {
    if (!away && !closing) {
      LOG.warn(
          "NATS is away: what other nodes take is looked for every {} s",
          LatestComparison.PAUSE.toSeconds());
    }
    away = true;
  }

  @Override
  public void errorOccurred(Connection source, String error) {
    // The library's own listener would log it, with addresses.
  }

  @Override
  public void exceptionOccurred(Connection source, Exception exception) {
    // As above: connecting goes on.
  }

  @Override
  public void slowConsumerDetected(Connection source, Consumer consumer) {
    missed.set(true);
  }

  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    Connection open = connection;
    if (open != null) {
      open.close();
    }
  }
}
