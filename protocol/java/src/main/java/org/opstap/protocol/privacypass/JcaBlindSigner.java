package org.opstap.protocol.privacypass;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.opstap.protocol.wire.Bytes;

/** Signs with the bare RSA of a provider, whose private operation is masked by the provider. */
final class JcaBlindSigner implements BlindSigner {
  private static final String BARE_RSA = "RSA/ECB/NoPadding";

  private final Provider provider;
  private final BigInteger modulus;
  private final int length;
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  /** Of a key of any length; {@link BlindSigner} is for those of 2048 bits. */
  JcaBlindSigner(JcaRsaKeys keys, RSAPrivateCrtKeyParameters key) {
    this.provider = keys.provider();
    this.modulus = key.getModulus();
    this.length = BigIntegers.getUnsignedByteLength(modulus);
    this.privateKey = keys.privateKey(key);
    this.publicKey = keys.publicKey(modulus, key.getPublicExponent());
  }

  @Override
  public Bytes blindSign(Bytes blindedMessage) {
    TokenWriter.requireLength(blindedMessage, LENGTH);
    byte[] message = blindedMessage.toByteArray();
    if (new BigInteger(1, message).compareTo(modulus) >= 0) {
      throw new MalformedTokenException();
    }
    return sign(message);
  }

  /** BlindSign of RFC 9474 section 4.3, of as many bytes as the modulus has. */
  Bytes sign(byte[] message) {
    try {
      byte[] signature = power(Cipher.DECRYPT_MODE, privateKey, message);
      if (!MessageDigest.isEqual(power(Cipher.ENCRYPT_MODE, publicKey, signature), message)) {
        throw new IllegalStateException("a blind signature failed its check");
      }
      return Bytes.copyOf(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a blind signature could not be made", e);
    }
  }

  private byte[] power(int mode, Key exponent, byte[] number) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(BARE_RSA, provider);
    cipher.init(mode, exponent);
    return padded(cipher.doFinal(number));
  }

  /** Some providers leave zeroes in front out. */
  private byte[] padded(byte[] number) {
    return number.length == length
        ? number
        : BigIntegers.asUnsignedByteArray(length, new BigInteger(1, number));
  }
}
