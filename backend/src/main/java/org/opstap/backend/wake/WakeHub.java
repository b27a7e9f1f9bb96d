package org.opstap.backend.wake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.PseudonymId;

/** Wakes whoever must fetch, on this node and on the others. */
@Singleton
public class WakeHub {
  private final LiveStreams streams;
  private final Optional<NatsWake> others;

  WakeHub(LiveStreams streams, Optional<NatsWake> others) {
    this.streams = streams;
    this.others = others;
  }

  /**
   * The answer that becomes the caller's stream. An older stream of the same holder is told so and
   * ends. What is present is looked up once the stream listens: what happens in between is told
   * twice rather than not at all.
   *
   * @param left until the session ends
   */
  public HttpResponse<byte[]> open(
      HttpRequest<?> request, BrandedId holder, Duration left, Supplier<List<News>> present) {
    return streams.open(request, holder, left, present);
  }

  /** Tells those of the holders that listen, wherever they do. Never blocks. */
  public void announce(News news, Collection<? extends BrandedId> holders) {
    streams.tell(news, holders);
    others.ifPresent(nats -> nats.publish(news, holders));
  }

  /**
   * Tells a capsule's sender that it wakes nobody any more, where her stream is. Lost, it is told
   * with her next append. Never blocks.
   */
  public void tell(ExpiredCapsule expired, BrandedId sender) {
    streams.tell(expired, sender);
    others.ifPresent(nats -> nats.publish(new ExpiredMessage(expired, sender)));
  }

  /**
   * Ends the stream of a pseudonym whose session is over before its time, wherever it is. Whoever
   * connects again is told why. Never blocks.
   */
  public void end(PseudonymId holder) {
    streams.end(holder);
    others.ifPresent(nats -> nats.publishEnd(holder));
  }

  /** This node stops: every stream is told to connect again, here or elsewhere (LOG-18). */
  public void stop() {
    streams.stop();
  }
}
