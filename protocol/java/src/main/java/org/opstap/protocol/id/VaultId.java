package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A client's sealed state. */
public record VaultId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static VaultId parse(String text) {
    return of(IdentifierBits.parse(Brand.VAULT, text));
  }

  public static VaultId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static VaultId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static VaultId of(IdentifierBits bits) {
    return new VaultId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.VAULT;
  }

  /** The text form, {@code vlt_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
