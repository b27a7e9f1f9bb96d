package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A lead from one programme to another. */
public record LeadId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static LeadId parse(String text) {
    return of(IdentifierBits.parse(Brand.LEAD, text));
  }

  public static LeadId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static LeadId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static LeadId of(IdentifierBits bits) {
    return new LeadId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.LEAD;
  }

  /** The text form, {@code lea_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
