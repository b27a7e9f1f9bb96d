package org.opstap.protocol.push;

import java.security.SecureRandom;
import java.util.Optional;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.BouncyCastleHpke;
import org.opstap.protocol.hpke.EncapsulationOpener;
import org.opstap.protocol.hpke.Exchange;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/**
 * Where a device can be woken, sealed to the server's push key for one conversation (PUS-1): who
 * hands it on learns nothing of it, and it opens for no other conversation. Every capsule has a key
 * of its own, so that two of one device share nothing.
 */
public final class PushCapsule {
  /** Of every capsule alike, in bytes. */
  public static final int LENGTH = 672;

  private static final int VERSION = 1;
  private static final int HEADER_LENGTH = 2;
  private static final int SEALED_AT = HEADER_LENGTH + Kem.X25519.encapsulatedKeyLength();
  private static final Bytes LABEL = Bytes.utf8("opstap push capsule\0");

  private final Bytes bytes;

  private PushCapsule(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Empty for bytes of another length or version. */
  public static Optional<PushCapsule> of(Bytes bytes) {
    return bytes.length() == LENGTH && bytes.at(0) == VERSION
        ? Optional.of(new PushCapsule(bytes))
        : Optional.empty();
  }

  /**
   * Seals what wakes a device to this month's key.
   *
   * @throws IllegalArgumentException if nothing can be sealed to that key
   */
  public static PushCapsule seal(
      PushKey key, ConversationId conversation, CapsuleContent content, SecureRandom random) {
    Bytes header = Bytes.copyOf(new byte[] {VERSION, (byte) key.id()});
    BouncyCastleHpke.Sealed sealed =
        BouncyCastleHpke.seal(
                Kem.X25519,
                key.publicKey(),
                exchange(header, conversation),
                content.encode(),
                random)
            .orElseThrow(() -> new IllegalArgumentException("not a push key"));
    return new PushCapsule(Bytes.concat(header, sealed.encapsulatedKey(), sealed.ciphertext()));
  }

  /** Which key it says that it was sealed to. */
  public int keyId() {
    return bytes.at(1);
  }

  public Bytes bytes() {
    return bytes;
  }

  /**
   * Opens it with the private key of {@link #keyId()}. That it isn't over is left to the caller.
   *
   * @return empty if it was sealed to another key or for another conversation, or holds nothing of
   *     this form
   */
  public Optional<CapsuleContent> open(EncapsulationOpener opener, ConversationId conversation) {
    Bytes header = bytes.slice(0, HEADER_LENGTH);
    return opener
        .open(
            exchange(header, conversation),
            bytes.slice(HEADER_LENGTH, SEALED_AT),
            bytes.slice(SEALED_AT, LENGTH))
        .flatMap(opened -> CapsuleContent.decode(opened.plaintext()));
  }

  /** Nothing is exported: what comes out of it is left alone. */
  private static Exchange exchange(Bytes header, ConversationId conversation) {
    return new Exchange(
        Aead.AES_128_GCM,
        Bytes.concat(LABEL, header),
        Bytes.empty(),
        Aead.AES_128_GCM.keyLength(),
        conversation.toBytes());
  }
}
