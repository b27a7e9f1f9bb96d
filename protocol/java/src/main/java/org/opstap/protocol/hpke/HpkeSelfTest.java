package org.opstap.protocol.hpke;

import java.security.SecureRandom;
import java.util.Optional;
import org.opstap.protocol.hpke.EncapsulationOpener.Opened;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Known answers for a {@link HpkeProvider}: the request of RFC 9458 appendix A, and for every
 * mechanism and cipher what Bouncy Castle seals.
 */
public final class HpkeSelfTest {
  private static final KemPrivateKey KEY =
      new KemPrivateKey(
          Kem.X25519, secret("3c168975674b2fa8e465970b79c8dcf09f1c741626480bd4c6162fc5b6a98e1a"));

  private static final Bytes RESPONSE = Bytes.utf8("message/bhttp response");

  private static final Exchange EXCHANGE =
      exchange(
          Aead.AES_128_GCM,
          Bytes.fromHex("6d6573736167652f626874747020726571756573740001002000010001"));

  private static final Bytes ENCAPSULATED_KEY =
      Bytes.fromHex("4b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b472");

  private static final Bytes CIPHERTEXT =
      Bytes.fromHex(
          "6374e469135906992e1268c594d2a10c695d858c40a026e7965e7d86b83dd440"
              + "b2c0185204b4d63525");

  private static final Opened OPENED =
      new Opened(
          Bytes.fromHex("00034745540568747470730b6578616d706c652e636f6d012f"),
          secret("62d87a6ba569ee81014c2641f52bea36"));

  private HpkeSelfTest() {}

  /**
   * Whether it opens the known request and, of the mechanism, what Bouncy Castle seals with each
   * cipher, and opens neither once a bit is changed. May throw what the provider throws.
   */
  public static boolean passes(HpkeProvider provider, Kem kem, SecureRandom random) {
    boolean opensTheExample =
        !kem.equals(KEY.kem())
            || opensNothingElse(
                provider.opener(KEY), EXCHANGE, ENCAPSULATED_KEY, CIPHERTEXT, OPENED);
    return opensTheExample
        && opensSealed(provider, kem, Aead.AES_128_GCM, random)
        && opensSealed(provider, kem, Aead.CHACHA20_POLY1305, random);
  }

  private static boolean opensSealed(
      HpkeProvider provider, Kem kem, Aead aead, SecureRandom random) {
    KemPrivateKey key = KemPrivateKey.generate(kem, random);
    Bytes info = Bytes.utf8("self-test");
    Exchange exchange =
        new Exchange(aead, info, RESPONSE, aead.keyLength(), Bytes.utf8("associated data"));
    Bytes plaintext = OPENED.plaintext();
    BouncyCastleHpke.Sealed sealed =
        BouncyCastleHpke.seal(kem, key.publicKey(), exchange, plaintext, random).orElseThrow();
    return opensNothingElse(
        provider.opener(key),
        exchange,
        sealed.encapsulatedKey(),
        sealed.ciphertext(),
        new Opened(plaintext, sealed.exported()));
  }

  private static boolean opensNothingElse(
      EncapsulationOpener opener,
      Exchange exchange,
      Bytes encapsulatedKey,
      Bytes ciphertext,
      Opened expected) {
    return opener.open(exchange, encapsulatedKey, ciphertext).equals(Optional.of(expected))
        && opener.open(exchange, changed(encapsulatedKey), ciphertext).isEmpty()
        && opener.open(exchange, encapsulatedKey, changed(ciphertext)).isEmpty();
  }

  private static Exchange exchange(Aead aead, Bytes info) {
    return new Exchange(aead, info, RESPONSE, aead.keyLength());
  }

  private static Bytes changed(Bytes bytes) {
    byte[] changed = bytes.toByteArray();
    changed[0] ^= 1;
    return Bytes.copyOf(changed);
  }

  private static SecretBytes secret(String hex) {
    return SecretBytes.copyOf(Bytes.fromHex(hex).toByteArray());
  }
}
