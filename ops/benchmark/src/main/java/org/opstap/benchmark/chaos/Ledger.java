package org.opstap.benchmark.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Member;

/** What was acknowledged in each conversation, and what each member read. */
final class Ledger {
  private final Map<Conversation, Page> pages = new HashMap<>();
  private final AtomicLong acknowledged = new AtomicLong();

  Ledger(List<Conversation> conversations) {
    conversations.forEach(conversation -> pages.put(conversation, new Page(conversation)));
  }

  /** The server said 201. */
  void acknowledge(Conversation conversation, long sequence, Marker marker) {
    page(conversation).acknowledge(sequence, marker);
    acknowledged.incrementAndGet();
  }

  /** The highest sequence that was acknowledged so far. */
  long latest(Conversation conversation) {
    return page(conversation).latest();
  }

  /** Where to note what a member reads. */
  Track reading(Member member) {
    Track reading = page(member.conversation()).readings.get(member);
    if (reading == null) {
      throw new IllegalArgumentException("a member of another conversation");
    }
    return reading;
  }

  long acknowledged() {
    return acknowledged.get();
  }

  Verdict check() {
    Verdict all = Verdict.NOTHING;
    for (Page page : pages.values()) {
      all = all.plus(Checker.check(page.acknowledged, List.copyOf(page.readings.values())));
    }
    return all;
  }

  private Page page(Conversation conversation) {
    Page page = pages.get(conversation);
    if (page == null) {
      throw new IllegalArgumentException("a conversation of another run");
    }
    return page;
  }

  private static final class Page {
    private final Track acknowledged = new Track();
    private final Map<Member, Track> readings = new HashMap<>();
    private long latest = 1;

    Page(Conversation conversation) {
      conversation.members().forEach(member -> readings.put(member, new Track()));
    }

    synchronized void acknowledge(long sequence, Marker marker) {
      acknowledged.add(sequence, marker);
      latest = Math.max(latest, sequence);
    }

    synchronized long latest() {
      return latest;
    }
  }
}
