package org.opstap.protocol.privacypass;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSABlindSignatureServer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Signs with Bouncy Castle, which masks the private operation against measuring its time. Works in
 * every Java; safe for use by several threads.
 */
public final class BouncyCastleBlindSigner implements BlindSigner {
  private final RSAPrivateCrtKeyParameters privateKey;
  private final IssuerPublicKey publicKey;

  /**
   * @throws IllegalArgumentException if it is not a key of 2048 bits with the exponent 65537
   */
  BouncyCastleBlindSigner(RSAPrivateCrtKeyParameters privateKey) {
    try {
      this.publicKey = IssuerPublicKey.ofModulus(privateKey.getModulus());
    } catch (MalformedTokenException e) {
      throw new IllegalArgumentException("not an issuer's private key");
    }
    if (!privateKey.getPublicExponent().equals(IssuerPublicKey.EXPONENT)) {
      throw new IllegalArgumentException("not an issuer's private key");
    }
    this.privateKey = privateKey;
  }

  /**
   * Reads a key in PKCS #8 (RFC 5958) with the algorithm rsaEncryption.
   *
   * @throws IllegalArgumentException if it is not a key of 2048 bits with the exponent 65537
   */
  public static BouncyCastleBlindSigner fromPkcs8(SecretBytes encoded) {
    AsymmetricKeyParameter key;
    try {
      key = PrivateKeyFactory.createKey(encoded.exposeSecret());
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not an issuer's private key");
    }
    if (key instanceof RSAPrivateCrtKeyParameters privateKey) {
      return new BouncyCastleBlindSigner(privateKey);
    }
    throw new IllegalArgumentException("not an issuer's private key");
  }

  /** The key that its signatures verify under. */
  public IssuerPublicKey publicKey() {
    return publicKey;
  }

  RSAPrivateCrtKeyParameters privateKey() {
    return privateKey;
  }

  @Override
  public Bytes blindSign(Bytes blindedMessage) {
    TokenWriter.requireLength(blindedMessage, LENGTH);
    byte[] message = blindedMessage.toByteArray();
    if (new BigInteger(1, message).compareTo(privateKey.getModulus()) >= 0) {
      throw new MalformedTokenException();
    }
    return sign(privateKey, message);
  }

  /** BlindSign for a key of any length; its check of {@code s^e = m} is Bouncy Castle's. */
  static Bytes sign(RSAPrivateCrtKeyParameters privateKey, byte[] message) {
    try {
      return Bytes.copyOf(new RSABlindSignatureServer(privateKey).blindSign(message));
    } catch (CryptoException e) {
      throw new IllegalStateException("a blind signature failed its check", e);
    }
  }
}
