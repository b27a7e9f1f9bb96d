package org.opstap.protocol.hpke;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.AEAD;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** The ciphers with their numbers in HPKE (RFC 9180 section 7.3). */
public enum Aead {
  AES_128_GCM(0x0001, 16),
  CHACHA20_POLY1305(0x0003, 32);

  public static final int NONCE_LENGTH = 12;
  public static final int TAG_LENGTH = 16;

  private static final byte[] NO_ASSOCIATED_DATA = {};

  private final int number;
  private final int keyLength;

  Aead(int number, int keyLength) {
    this.number = number;
    this.keyLength = keyLength;
  }

  /** Empty for one that is not known here. */
  public static Optional<Aead> ofNumber(int number) {
    return Arrays.stream(values()).filter(aead -> aead.number == number).findFirst();
  }

  /** As the registry of HPKE has it. */
  public int number() {
    return number;
  }

  public int keyLength() {
    return keyLength;
  }

  /** Seals with a key that seals nothing else, and no associated data. */
  public Bytes seal(SecretBytes key, Bytes nonce, Bytes plaintext) {
    try {
      return Bytes.copyOf(cipher(key, nonce).seal(NO_ASSOCIATED_DATA, plaintext.toByteArray()));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing knows no invalid ciphertext", e);
    }
  }

  /** Empty if the ciphertext was not sealed with that key and nonce. */
  public Optional<Bytes> open(SecretBytes key, Bytes nonce, Bytes ciphertext) {
    if (ciphertext.length() < TAG_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Bytes.copyOf(cipher(key, nonce).open(NO_ASSOCIATED_DATA, ciphertext.toByteArray())));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  /** At number zero of its sequence its nonce is the one given. */
  private AEAD cipher(SecretBytes key, Bytes nonce) {
    return new AEAD((short) number, key.exposeSecret(), nonce.toByteArray());
  }
}
