package org.opstap.backend.wake;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.ConversationId;

/**
 * How far the streams of this node were told of each conversation. Kept only where other nodes
 * write, too; otherwise there is nothing to compare it with.
 */
@Singleton
class LastTold {
  private final Map<ConversationId, Long> latest = new ConcurrentHashMap<>();
  private final boolean needed;

  LastTold(@Nullable @Property(name = "opstap.nats-url") String natsUrl) {
    this.needed = natsUrl != null;
  }

  /** A stream began with this. Another one of the same conversation may know less. */
  void begin(News news) {
    if (needed) {
      latest.putIfAbsent(news.conversation(), news.latest());
    }
  }

  /** Everybody here was told. */
  void note(News news) {
    if (needed) {
      latest.merge(news.conversation(), news.latest(), Math::max);
    }
  }

  boolean isNew(News news) {
    return news.latest() > latest.getOrDefault(news.conversation(), -1L);
  }

  /** Forgets all others. One that is forgotten too early is told once more. */
  void keepOnly(Set<ConversationId> conversations) {
    latest.keySet().retainAll(conversations);
  }
}
