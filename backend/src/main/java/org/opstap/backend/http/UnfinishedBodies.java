package org.opstap.backend.http;

import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much memory all bodies take that are still coming in (LIM-5). When it is too much, the one
 * that began first loses its connection: whoever sends at an ordinary pace is done long before
 * that.
 */
@Singleton
final class UnfinishedBodies {
  private final Map<Channel, Integer> bytes = new LinkedHashMap<>();
  private long total;

  /** Notes that so many more have come. */
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is to be done after it
  void add(Channel channel, int more) {
    slowestTooMany(channel, more).ifPresent(Channel::close);
  }

  private synchronized Optional<Channel> slowestTooMany(Channel channel, int more) {
    bytes.merge(channel, more, Integer::sum);
    total += more;
    if (total <= Limits.UNFINISHED_BODY_BYTES) {
      return Optional.empty();
    }
    Channel slowest = bytes.keySet().iterator().next();
    end(slowest);
    return Optional.of(slowest);
  }

  /** Nothing more comes, or it is dropped. */
  synchronized void end(Channel channel) {
    Integer ended = bytes.remove(channel);
    total -= ended == null ? 0 : ended;
  }
}
