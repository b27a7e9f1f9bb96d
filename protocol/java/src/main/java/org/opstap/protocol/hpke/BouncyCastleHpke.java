package org.opstap.protocol.hpke;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** HPKE in base mode over Bouncy Castle: the baseline that is always there. */
public final class BouncyCastleHpke {
  /** What X-Wing draws: 32 bytes for ML-KEM, 32 for X25519. */
  private static final int X_WING_RANDOMNESS = 64;

  private BouncyCastleHpke() {}

  static Bytes publicKey(KemPrivateKey key) {
    HPKE hpke = hpke(key.kem(), Aead.AES_128_GCM);
    return Bytes.copyOf(hpke.serializePublicKey(keyPair(key).getPublic()));
  }

  /**
   * Seals one message to a public key.
   *
   * @return empty if nothing can be sealed to that key
   */
  public static Optional<Sealed> seal(
      Kem kem, Bytes publicKey, Exchange exchange, Bytes plaintext, SecureRandom random) {
    try {
      HPKE hpke = hpke(kem, exchange.aead());
      byte[] info = exchange.info().toByteArray();
      AsymmetricKeyParameter recipient = hpke.deserializePublicKey(publicKey.toByteArray());
      HPKEContextWithEncapsulation context =
          switch (kem) {
            case X25519 -> hpke.setupBaseS(recipient, info, ephemeralKeyPair(random));
            case X_WING -> hpke.setupBaseS(recipient, info, drawn(X_WING_RANDOMNESS, random));
          };
      return Optional.of(
          new Sealed(
              Bytes.copyOf(context.getEncapsulation()),
              Bytes.copyOf(
                  context.seal(exchange.associatedData().toByteArray(), plaintext.toByteArray())),
              exported(context, exchange)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // A point of small order, or numbers that are no key of ML-KEM.
      return Optional.empty();
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing knows no invalid ciphertext", e);
    }
  }

  /** The opener for a private key. */
  public static EncapsulationOpener opener(KemPrivateKey key) {
    return new Opener(key.kem(), keyPair(key));
  }

  /** What was sealed to a public key. */
  public record Sealed(Bytes encapsulatedKey, Bytes ciphertext, SecretBytes exported) {}

  private record Opener(Kem kem, AsymmetricCipherKeyPair keyPair) implements EncapsulationOpener {
    @Override
    public Optional<Opened> open(Exchange exchange, Bytes encapsulatedKey, Bytes ciphertext) {
      try {
        HPKEContext context =
            hpke(kem, exchange.aead())
                .setupBaseR(encapsulatedKey.toByteArray(), keyPair, exchange.info().toByteArray());
        byte[] plaintext =
            context.open(exchange.associatedData().toByteArray(), ciphertext.toByteArray());
        return Optional.of(new Opened(Bytes.copyOf(plaintext), exported(context, exchange)));
      } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
        // The last one is a point of small order (RFC 9180 section 7.1.4).
        return Optional.empty();
      }
    }
  }

  /** One for each use: it is not for two threads at once. */
  private static HPKE hpke(Kem kem, Aead aead) {
    return new HPKE(
        HPKE.mode_base, (short) kem.number(), (short) HkdfSha256.NUMBER, (short) aead.number());
  }

  private static AsymmetricCipherKeyPair keyPair(KemPrivateKey key) {
    byte[] secret = key.secret().exposeSecret();
    return switch (key.kem()) {
      case X25519 -> x25519KeyPair(secret);
      case X_WING -> hpke(key.kem(), Aead.AES_128_GCM).deserializePrivateKey(secret, null);
    };
  }

  private static AsymmetricCipherKeyPair ephemeralKeyPair(SecureRandom random) {
    return x25519KeyPair(drawn(Kem.SECRET_KEY_LENGTH, random));
  }

  private static AsymmetricCipherKeyPair x25519KeyPair(byte[] scalar) {
    X25519PrivateKeyParameters secret = new X25519PrivateKeyParameters(scalar);
    return new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
  }

  private static byte[] drawn(int length, SecureRandom random) {
    byte[] drawn = new byte[length];
    random.nextBytes(drawn);
    return drawn;
  }

  private static SecretBytes exported(HPKEContext context, Exchange exchange) {
    return SecretBytes.copyOf(
        context.export(exchange.exporterContext().toByteArray(), exchange.exportLength()));
  }
}
