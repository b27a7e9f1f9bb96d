package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A contact card that an outreach worker hands out. */
public record CardId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static CardId parse(String text) {
    return of(IdentifierBits.parse(Brand.CARD, text));
  }

  public static CardId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static CardId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static CardId of(IdentifierBits bits) {
    return new CardId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.CARD;
  }

  /** The text form, {@code crd_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
