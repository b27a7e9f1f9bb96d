package org.opstap.backend.wake;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opstap.protocol.id.BrandedId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * The open event streams of this node, one per holder. A reader that is too slow is cut off and
 * comes back; nothing is buffered without end.
 */
@Singleton
public class WakeHub {
  /** More changes than this without reading means that nobody reads. */
  private static final int UNREAD_NEWS = 256;

  private final Map<BrandedId, Sinks.Many<Signal>> streams = new ConcurrentHashMap<>();

  /**
   * A stream of signals from now on. An older stream of the same holder gets {@link Replaced} and
   * ends.
   */
  public Flux<Signal> open(BrandedId holder) {
    Sinks.Many<Signal> fresh =
        Sinks.many().unicast().onBackpressureBuffer(Queues.<Signal>get(UNREAD_NEWS).get());
    Sinks.Many<Signal> older = streams.put(holder, fresh);
    if (older != null) {
      emit(older, new Replaced());
      complete(older);
    }
    return fresh.asFlux().doFinally(end -> streams.remove(holder, fresh));
  }

  /** Tells those of the holders that listen here. Never blocks. */
  public void announce(News news, Collection<? extends BrandedId> holders) {
    for (BrandedId holder : holders) {
      Sinks.Many<Signal> stream = streams.get(holder);
      if (stream != null && !emit(stream, new Fresh(news))) {
        streams.remove(holder, stream);
        complete(stream);
      }
    }
  }

  private static boolean emit(Sinks.Many<Signal> stream, Signal signal) {
    synchronized (stream) {
      return stream.tryEmitNext(signal).isSuccess();
    }
  }

  private static void complete(Sinks.Many<Signal> stream) {
    synchronized (stream) {
      Sinks.EmitResult ignored = stream.tryEmitComplete();
    }
  }

  /** What a stream carries. */
  public sealed interface Signal {}

  /** A conversation changed. */
  public record Fresh(News news) implements Signal {}

  /** A newer stream of the same holder took this one's place. */
  public record Replaced() implements Signal {}
}
