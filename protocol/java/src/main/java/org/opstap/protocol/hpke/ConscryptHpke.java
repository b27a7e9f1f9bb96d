package org.opstap.protocol.hpke;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.conscrypt.HpkeContextRecipient;
import org.conscrypt.HpkeSuite;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** HPKE in base mode over Conscrypt, which is BoringSSL. Needs its jar; nothing else here does. */
public final class ConscryptHpke implements HpkeProvider {
  private final Provider provider;

  /** With what {@code Conscrypt.newProvider()} gives. */
  public ConscryptHpke(Provider provider) {
    this.provider = provider;
  }

  @Override
  public EncapsulationOpener opener(KemPrivateKey key) {
    return new Opener(provider, key.kem(), privateKey(key));
  }

  private PrivateKey privateKey(KemPrivateKey key) {
    Bytes encoded =
        Bytes.concat(beforeSecret(key.kem()), Bytes.copyOf(key.secret().exposeSecret()));
    try {
      return KeyFactory.getInstance(algorithm(key.kem()), provider)
          .generatePrivate(new PKCS8EncodedKeySpec(encoded.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new UnsupportedOperationException("not a mechanism of this Conscrypt", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Conscrypt doesn't take a valid key", e);
    }
  }

  private static String algorithm(Kem kem) {
    return switch (kem) {
      case X25519 -> "X25519";
      case X_WING -> "XWING";
    };
  }

  /** A key in PKCS #8 up to its 32 bytes. */
  private static Bytes beforeSecret(Kem kem) {
    return switch (kem) {
      // RFC 8410 section 7.
      case X25519 -> Bytes.fromHex("302e020100300506032b656e04220420");
      // draft-connolly-cfrg-xwing-kem-10 section 5.8.
      case X_WING -> Bytes.fromHex("3034020100300d060b2b0601040183e62d81c87a0420");
    };
  }

  private record Opener(Provider provider, Kem kem, PrivateKey key) implements EncapsulationOpener {
    @Override
    public Optional<Opened> open(Exchange exchange, Bytes encapsulatedKey, Bytes ciphertext) {
      HpkeContextRecipient context = context(exchange.aead());
      try {
        context.init(encapsulatedKey.toByteArray(), key, exchange.info().toByteArray());
        byte[] plaintext =
            context.open(ciphertext.toByteArray(), exchange.associatedData().toByteArray());
        return Optional.of(new Opened(Bytes.copyOf(plaintext), exported(context, exchange)));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private HpkeContextRecipient context(Aead aead) {
      HpkeSuite suite = new HpkeSuite(kem.number(), HkdfSha256.NUMBER, aead.number());
      try {
        return HpkeContextRecipient.getInstance(suite.name(), provider);
      } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
        throw new IllegalStateException("Conscrypt has the mechanism and not its suite", e);
      }
    }

    private static SecretBytes exported(HpkeContextRecipient context, Exchange exchange) {
      byte[] exporterContext = exchange.exporterContext().toByteArray();
      return SecretBytes.copyOf(context.export(exchange.exportLength(), exporterContext));
    }
  }
}
