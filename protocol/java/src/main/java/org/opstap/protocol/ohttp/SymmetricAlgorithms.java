package org.opstap.protocol.ohttp;

import java.util.Optional;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.HkdfSha256;

/**
 * A combination of key derivation function and cipher as a key configuration names it; it may be
 * one that is not known here.
 *
 * @param kdf the function's number in HPKE, 0 to 65535
 * @param aead the cipher's number in HPKE, 0 to 65535
 */
public record SymmetricAlgorithms(int kdf, int aead) {
  static final int LENGTH = 2 * Short.BYTES;

  private static final int LARGEST_NUMBER = 0xffff;

  public SymmetricAlgorithms {
    if (kdf < 0 || kdf > LARGEST_NUMBER || aead < 0 || aead > LARGEST_NUMBER) {
      throw new IllegalArgumentException("not a number of HPKE");
    }
  }

  /** HKDF-SHA256 with a cipher. */
  public static SymmetricAlgorithms with(Aead aead) {
    return new SymmetricAlgorithms(HkdfSha256.NUMBER, aead.number());
  }

  /** The cipher, if this combination is known here. */
  public Optional<Aead> known() {
    return kdf == HkdfSha256.NUMBER ? Aead.ofNumber(aead) : Optional.empty();
  }
}
