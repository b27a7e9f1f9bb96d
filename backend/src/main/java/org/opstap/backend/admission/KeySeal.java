package org.opstap.backend.admission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opstap.backend.http.MasterKey;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Private keys as they lie in the database: 12 random bytes ‖ AES-256-GCM (NIST SP 800-38D) with a
 * tag of 16 bytes, under a key that is derived from the master key, over the id of the key as
 * additional data. So few are sealed that random nonces don't meet.
 */
@Singleton
final class KeySeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecretBytes key;
  private final SecureRandom random;

  @Inject
  KeySeal(MasterKey masterKey, SecureRandom random) {
    this(masterKey.derive("issuer key v1"), random);
  }

  /**
   * @param key 32 bytes
   */
  KeySeal(SecretBytes key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  Bytes seal(SecretBytes privateKey, Bytes tokenKeyId) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, tokenKeyId).doFinal(privateKey.exposeSecret());
      return Bytes.concat(Bytes.copyOf(nonce), Bytes.copyOf(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Empty where it was sealed under another master key, for another id, or changed since. */
  Optional<SecretBytes> open(Bytes sealed, Bytes tokenKeyId) {
    if (sealed.length() < NONCE_LENGTH) {
      return Optional.empty();
    }
    byte[] nonce = sealed.slice(0, NONCE_LENGTH).toByteArray();
    Bytes rest = sealed.slice(NONCE_LENGTH, sealed.length());
    try {
      return Optional.of(
          SecretBytes.copyOf(
              cipher(Cipher.DECRYPT_MODE, nonce, tokenKeyId).doFinal(rest.toByteArray())));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Bytes tokenKeyId) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode, new SecretKeySpec(key.exposeSecret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(tokenKeyId.toByteArray());
    return cipher;
  }
}
