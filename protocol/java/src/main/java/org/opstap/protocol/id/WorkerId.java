package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** A worker of a programme. */
public record WorkerId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static WorkerId parse(String text) {
    return of(IdentifierBits.parse(Brand.WORKER, text));
  }

  public static WorkerId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static WorkerId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static WorkerId of(IdentifierBits bits) {
    return new WorkerId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.WORKER;
  }

  /** The text form, {@code wrk_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
