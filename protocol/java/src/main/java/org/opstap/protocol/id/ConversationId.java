package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A conversation with its log and its groups. */
public record ConversationId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static ConversationId parse(String text) {
    return of(IdentifierBits.parse(Brand.CONVERSATION, text));
  }

  public static ConversationId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static ConversationId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static ConversationId of(IdentifierBits bits) {
    return new ConversationId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.CONVERSATION;
  }

  /** The text form, {@code cnv_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
