package org.opstap.protocol.id;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** An invitation of a worker to a programme. */
public record InvitationId(long high, long low) implements BrandedId {
  /**
   * Reads the text form.
   *
   * @throws MalformedIdentifierException if the text is not exactly one that {@link #toString()}
   *     gives
   */
  public static InvitationId parse(String text) {
    return of(IdentifierBits.parse(Brand.INVITATION, text));
  }

  public static InvitationId random(SecureRandom random) {
    return of(IdentifierBits.random(random));
  }

  /**
   * Reads 16 bytes, big-endian.
   *
   * @throws MalformedIdentifierException if there are fewer or more
   */
  public static InvitationId fromBytes(Bytes bytes) {
    return of(IdentifierBits.fromBytes(bytes));
  }

  private static InvitationId of(IdentifierBits bits) {
    return new InvitationId(bits.high(), bits.low());
  }

  @Override
  public Brand brand() {
    return Brand.INVITATION;
  }

  /** The text form, {@code inv_} and 27 characters. */
  @Override
  public String toString() {
    return toText();
  }
}
