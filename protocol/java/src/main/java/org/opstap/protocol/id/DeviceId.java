package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A worker's device. */
public record DeviceId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static DeviceId parse(String text) {
    return of(IdentifierBits.parse(Brand.DEVICE, text));
  }

  public static DeviceId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static DeviceId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static DeviceId of(IdentifierBits bits) {
    return new DeviceId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.DEVICE;
  }

  /** The text form, {@code dev_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
