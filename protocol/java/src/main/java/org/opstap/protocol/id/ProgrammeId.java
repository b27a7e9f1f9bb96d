package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A regional exit programme, or the national one. */
public record ProgrammeId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static ProgrammeId parse(String text) {
    return of(IdentifierBits.parse(Brand.PROGRAMME, text));
  }

  public static ProgrammeId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static ProgrammeId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static ProgrammeId of(IdentifierBits bits) {
    return new ProgrammeId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.PROGRAMME;
  }

  /** The text form, {@code prg_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
