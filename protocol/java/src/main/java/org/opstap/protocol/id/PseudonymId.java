package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A seeker's seat in one conversation. */
public record PseudonymId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static PseudonymId parse(String text) {
    return of(IdentifierBits.parse(Brand.PSEUDONYM, text));
  }

  public static PseudonymId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static PseudonymId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static PseudonymId of(IdentifierBits bits) {
    return new PseudonymId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.PSEUDONYM;
  }

  /** The text form, {@code psn_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
