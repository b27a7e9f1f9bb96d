package org.opstap.protocol.hpke;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** The ciphers with their numbers in HPKE (RFC 9180 section 7.3). */
public enum Aead {
  AES_128_GCM(0x0001, 16),
  CHACHA20_POLY1305(0x0003, 32);

  public static final int NONCE_LENGTH = 12;
  public static final int TAG_LENGTH = 16;

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
      return Bytes.copyOf(cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plaintext.toByteArray()));
    } catch (GeneralSecurityException e) {
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
          Bytes.copyOf(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(ciphertext.toByteArray())));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("opening knows nothing but a wrong tag", e);
    }
  }

  /** Java's own: its AES and GHASH run on the processor's instructions for them. */
  private Cipher cipher(int mode, SecretBytes key, Bytes nonce) {
    byte[] secret = key.exposeSecret();
    byte[] iv = nonce.toByteArray();
    try {
      Cipher cipher =
          Cipher.getInstance(
              switch (this) {
                case AES_128_GCM -> "AES/GCM/NoPadding";
                case CHACHA20_POLY1305 -> "ChaCha20-Poly1305";
              });
      switch (this) {
        case AES_128_GCM ->
            cipher.init(
                mode,
                new SecretKeySpec(secret, "AES"),
                new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, iv));
        case CHACHA20_POLY1305 ->
            cipher.init(mode, new SecretKeySpec(secret, "ChaCha20"), new IvParameterSpec(iv));
      }
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has these ciphers", e);
    }
  }
}
