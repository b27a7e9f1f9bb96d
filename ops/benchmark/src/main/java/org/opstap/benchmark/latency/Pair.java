package org.opstap.benchmark.latency;

import java.util.ArrayDeque;
import java.util.Deque;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Member;

/** A conversation in which one member sends and another one listens and fetches. */
final class Pair {
  /** The Commit that began the group. */
  private static final long FIRST = 1;

  /** More are never on their way: what is due later waits in {@link #due}. */
  private static final int REMEMBERED = 64;

  private final Conversation conversation;
  private final Member sender;
  private final Member reader;
  private final long[] dueAt = new long[REMEMBERED];

  /** When messages were due that wait for the one before them to be acknowledged. */
  final Deque<Long> due = new ArrayDeque<>();

  boolean sending;
  boolean fetching;
  private long sent = FIRST;
  private long fetched = FIRST;
  private long announced = FIRST;

  /**
   * @param seekerSends otherwise the device does
   */
  Pair(Conversation conversation, boolean seekerSends) {
    this.conversation = conversation;
    Member device = conversation.members().get(1);
    sender = seekerSends ? conversation.seeker() : device;
    reader = seekerSends ? device : conversation.seeker();
  }

  Conversation conversation() {
    return conversation;
  }

  Member sender() {
    return sender;
  }

  Member reader() {
    return reader;
  }

  /** The message that was due then gets the next sequence: nobody else sends here. */
  void sendDue(long at) {
    sent++;
    dueAt[(int) (sent % REMEMBERED)] = at;
  }

  /** One that was sent is not on its way after all. */
  void takeBack() {
    sent--;
  }

  long sent() {
    return sent;
  }

  long dueAt(long sequence) {
    return dueAt[(int) (sequence % REMEMBERED)];
  }

  void announce(long latest) {
    announced = Math.max(announced, latest);
  }

  boolean hasNews() {
    return announced > fetched;
  }

  long fetched() {
    return fetched;
  }

  void fetched(long sequence) {
    fetched = sequence;
  }
}
