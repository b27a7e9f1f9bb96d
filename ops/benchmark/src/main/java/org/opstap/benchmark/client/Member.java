package org.opstap.benchmark.client;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * Somebody's seat in a conversation, who numbers what it appends (LOG-6). One append in flight, one
 * thread at a time.
 */
public final class Member {
  private static final byte[] POST = RequestSigner.ascii("POST");
  private static final byte[] NO_QUERY = RequestSigner.ascii("?");
  private static final byte[] BODY_END = RequestSigner.ascii("}");

  private final Conversation conversation;
  private final Seat seat;
  private long lastNumber;
  private Optional<Prepared> prepared = Optional.empty();

  Member(Conversation conversation, Seat seat, long lastNumber) {
    this.conversation = conversation;
    this.seat = seat;
    this.lastNumber = lastNumber;
  }

  public Conversation conversation() {
    return conversation;
  }

  public Seat seat() {
    return seat;
  }

  /** The number that the next append has to carry. */
  public long nextNumber() {
    return lastNumber + 1;
  }

  /** An append was acknowledged: the next one has the next number. */
  public void appended() {
    lastNumber++;
  }

  /** Sends an application message under the next number once, and counts it if it was taken. */
  public HttpAnswer append(HttpConnection http, Bytes message) throws IOException {
    HttpAnswer answer =
        seat.send(
            http, "POST", conversation.path() + "/entries", appendBody(nextNumber(), message));
    if (answer.status() == 201) {
      appended();
    }
    return answer;
  }

  public static String appendBody(long number, Bytes message) {
    return "{\"number\":%d,\"message\":\"%s\"}".formatted(number, message.toBase64Url());
  }

  /** A page of entries after a sequence. */
  public HttpAnswer read(HttpConnection http, long after) throws IOException {
    return seat.send(http, "GET", conversation.path() + "/entries?after=" + after, "");
  }

  public HttpAnswer acknowledge(HttpConnection http, long sequence) throws IOException {
    return seat.send(
        http,
        "PUT",
        conversation.path() + "/acknowledgement",
        "{\"sequence\":%d}".formatted(sequence));
  }

  /**
   * Appends to a buffer the signed request for the next number and a message that was drawn once:
   * all that is the same each time is ready, down to the state of its digest.
   */
  public void writeAppend(RequestBuffer out, RequestBuffer scratch) {
    Prepared ready = prepared.orElseGet(this::prepare);
    scratch.clear().putDecimal(nextNumber()).put(BODY_END);
    MessageDigest digest = ready.digestOfStart();
    digest.update(scratch.asByteBuffer());
    int length = ready.bodyStart.length + scratch.length();
    seat.signer().writeHead(out, POST, ready.path, NO_QUERY, digest, length);
    out.put(ready.bodyStart).put(scratch);
  }

  private Prepared prepare() {
    Prepared ready = new Prepared(conversation);
    prepared = Optional.of(ready);
    return ready;
  }

  private static final class Prepared {
    private final byte[] path;
    private final byte[] bodyStart;
    private final MessageDigest start = RequestSigner.sha256();

    Prepared(Conversation conversation) {
      path = RequestSigner.ascii(conversation.path() + "/entries");
      bodyStart =
          RequestSigner.ascii(
              "{\"message\":\"" + conversation.application().toBase64Url() + "\",\"number\":");
      start.update(bodyStart);
    }

    MessageDigest digestOfStart() {
      try {
        return (MessageDigest) start.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
