package org.opstap.backend.wake;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;

/**
 * One open stream, and the last handler of its connection. Idle, it is this object and an empty
 * connection: no thread, no timer, no buffer.
 *
 * <p>What waits for its reader is bounded: one news for each conversation, the newest, and at most
 * {@link #UNREAD_NEWS} more than the stream began with. A reader beyond that, and one that hasn't
 * taken what was written a beat ago, is cut off; it comes back and loses nothing (LOG-19).
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails comes back as exceptionCaught
final class EventStream extends ChannelInboundHandlerAdapter {
  /** More changes than this without reading means that nobody reads. */
  static final int UNREAD_NEWS = 256;

  /** More of them are told with the next append that brings them. */
  private static final int UNREAD_CAPSULES = 16;

  private final LiveStreams streams;
  private final BrandedId holder;
  private final long endsAt;
  private final int slot;

  /** Set once the connection speaks events; used by its event loop only after that. */
  private volatile @Nullable Channel channel;

  /** Null when nothing waits, which is nearly always. */
  private @Nullable Map<ConversationId, Long> unread;

  /** Null when nothing waits. */
  private @Nullable Set<ExpiredCapsule> expired;

  private int room = UNREAD_NEWS;
  private boolean writing;
  private @Nullable Farewell farewell;

  /**
   * @param endsAt on the clock of {@link System#nanoTime}
   * @param slot which of the ticks is this stream's beat
   */
  EventStream(LiveStreams streams, BrandedId holder, long endsAt, int slot) {
    this.streams = streams;
    this.holder = holder;
    this.endsAt = endsAt;
    this.slot = slot;
  }

  BrandedId holder() {
    return holder;
  }

  /** What there is to fetch when the stream begins: as much as it is. */
  synchronized void begin(Collection<News> present) {
    room += present.size();
    present.forEach(this::tell);
  }

  /** Never blocks. */
  void tell(News news) {
    synchronized (this) {
      if (farewell != null) {
        return;
      }
      if (unread == null) {
        unread = new LinkedHashMap<>();
      }
      unread.merge(news.conversation(), news.latest(), Math::max);
      if (unread.size() <= room) {
        writeSoon();
        return;
      }
    }
    end(Farewell.NONE);
  }

  /** Never blocks. */
  synchronized void tell(ExpiredCapsule capsule) {
    if (farewell != null) {
      return;
    }
    if (expired == null) {
      expired = new LinkedHashSet<>();
    }
    if (expired.size() < UNREAD_CAPSULES) {
      expired.add(capsule);
    }
    writeSoon();
  }

  /** What is due at a tick: the beat, or the end of the session. */
  void tick(int current, long now) {
    if (now - endsAt >= 0) {
      end(Farewell.NONE);
    } else if (slot == current) {
      Channel open = channel;
      if (open != null) {
        open.eventLoop().execute(() -> beat(open));
      }
    }
  }

  /** Says why and closes; nothing is told after that. */
  void end(Farewell why) {
    synchronized (this) {
      if (farewell != null) {
        return;
      }
      farewell = why;
      unread = null;
      expired = null;
    }
    streams.forget(this);
    Channel open = channel;
    if (open != null) {
      open.eventLoop().execute(() -> leave(open, why));
    }
  }

  /** The connection speaks events from now on. On its event loop. */
  void speak(Channel opened) {
    Farewell ended;
    synchronized (this) {
      channel = opened;
      ended = farewell;
    }
    if (ended != null) {
      leave(opened, ended);
    } else if (!opened.isActive()) {
      end(Farewell.NONE);
    } else {
      write(opened);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    write(context.channel());
  }

  /** A stream's connection has nothing more to say: a client that does is not one of ours. */
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
    end(Farewell.NONE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(Farewell.NONE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // The connection broke, which is an end like any other.
    end(Farewell.NONE);
  }

  private synchronized void writeSoon() {
    Channel open = channel;
    if (open != null && !writing) {
      writing = true;
      open.eventLoop().execute(() -> write(open));
    }
  }

  private void write(Channel open) {
    ArrayDeque<News> next = new ArrayDeque<>();
    synchronized (this) {
      writing = false;
    }
    while (open.isWritable() && take(next)) {
      open.write(EventText.news(open.alloc(), next.remove()), open.voidPromise());
    }
    if (open.isWritable()) {
      for (ExpiredCapsule capsule : takeExpired()) {
        open.write(EventText.expired(open.alloc(), capsule), open.voidPromise());
      }
    }
    open.flush();
  }

  private synchronized Set<ExpiredCapsule> takeExpired() {
    Set<ExpiredCapsule> taken = expired == null ? Set.of() : expired;
    expired = null;
    return taken;
  }

  private synchronized boolean take(ArrayDeque<News> into) {
    Map<ConversationId, Long> waiting = unread;
    if (waiting == null) {
      return false;
    }
    var first = waiting.entrySet().iterator();
    var entry = first.next();
    into.add(new News(entry.getKey(), entry.getValue()));
    first.remove();
    if (waiting.isEmpty()) {
      unread = null;
      room = UNREAD_NEWS;
    }
    return true;
  }

  private void beat(Channel open) {
    if (isStuck(open)) {
      end(Farewell.NONE);
    } else {
      open.writeAndFlush(EventText.beat(), open.voidPromise());
    }
  }

  /** Written and flushed by now, so that what fits nowhere is lost with a reader who reads not. */
  private static void leave(Channel open, Farewell why) {
    ByteBuf words = EventText.farewell(why);
    if (words.isReadable() && !isStuck(open)) {
      open.writeAndFlush(words, open.voidPromise());
    }
    open.close();
  }

  private static boolean isStuck(Channel open) {
    var outbound = open.unsafe().outboundBuffer();
    return outbound == null || outbound.totalPendingWriteBytes() > 0;
  }

  /** The last event of a stream. */
  enum Farewell {
    /** A newer stream of the same holder took its place. */
    REPLACED,
    /** This node stops; another one, or the same in a moment, goes on. */
    RECONNECT,
    /** Its session is over, its seat moved, its reader too slow, or its connection gone. */
    NONE
  }
}
