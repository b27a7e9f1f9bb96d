package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A published MLS key package. */
public record KeyPackageId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static KeyPackageId parse(String text) {
    return of(IdentifierBits.parse(Brand.KEY_PACKAGE, text));
  }

  public static KeyPackageId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static KeyPackageId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static KeyPackageId of(IdentifierBits bits) {
    return new KeyPackageId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.KEY_PACKAGE;
  }

  /** The text form, {@code kpk_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
