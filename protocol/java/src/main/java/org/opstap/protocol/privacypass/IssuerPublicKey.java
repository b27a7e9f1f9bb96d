package org.opstap.protocol.privacypass;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Bytes;

/**
 * The key under which tokens verify: RSA of 2048 bits with the exponent 65537, in the one encoding
 * that RFC 9578 section 6.5 gives it. One key has one encoding and so one id: it can't be handed to
 * somebody under a second one.
 */
public final class IssuerPublicKey {
  static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

  private static final int MODULUS_LENGTH = BlindSigner.LENGTH;

  /**
   * A SubjectPublicKeyInfo up to the modulus: id-RSASSA-PSS with SHA-384, MGF1 of SHA-384 and 48
   * bytes of salt, hashes without parameters, the trailer left at its default (RFC 4055 section
   * 3.1).
   */
  private static final Bytes BEFORE_MODULUS =
      Bytes.fromHex(
          "30820152"
              + "303d"
              + "06092a864886f70d01010a"
              + "3030"
              + "a00d300b0609608648016503040202"
              + "a11a301806092a864886f70d010108300b0609608648016503040202"
              + "a203020130"
              + "0382010f00"
              + "3082010a"
              + "0282010100");

  private static final Bytes AFTER_MODULUS = Bytes.fromHex("0203010001");

  /** Bytes of an encoded key. */
  public static final int LENGTH =
      BEFORE_MODULUS.length() + MODULUS_LENGTH + AFTER_MODULUS.length();

  private final Bytes encoded;
  private final Bytes tokenKeyId;
  private final RSAKeyParameters parameters;

  private IssuerPublicKey(Bytes encoded, RSAKeyParameters parameters) {
    this.encoded = encoded;
    this.tokenKeyId = encoded.sha256();
    this.parameters = parameters;
  }

  /**
   * Reads a SubjectPublicKeyInfo in DER.
   *
   * @throws MalformedTokenException if a byte differs from the one encoding, the modulus doesn't
   *     have 2048 bits, is even, prime or has a small factor
   */
  public static IssuerPublicKey parse(Bytes encoded) {
    TokenReader reader = new TokenReader(encoded);
    boolean isBegun = reader.bytes(BEFORE_MODULUS.length()).equals(BEFORE_MODULUS);
    Bytes modulus = reader.bytes(MODULUS_LENGTH);
    boolean isEnded = reader.bytes(AFTER_MODULUS.length()).equals(AFTER_MODULUS);
    reader.end();
    if (!isBegun || !isEnded || modulus.at(0) < 0x80) {
      throw new MalformedTokenException();
    }
    return new IssuerPublicKey(encoded, parameters(new BigInteger(1, modulus.toByteArray())));
  }

  /**
   * The key of a modulus.
   *
   * @throws MalformedTokenException as {@link #parse} does
   */
  static IssuerPublicKey ofModulus(BigInteger modulus) {
    if (modulus.bitLength() != 8 * MODULUS_LENGTH) {
      throw new MalformedTokenException();
    }
    return parse(
        Bytes.concat(
            BEFORE_MODULUS,
            Bytes.copyOf(BigIntegers.asUnsignedByteArray(MODULUS_LENGTH, modulus)),
            AFTER_MODULUS));
  }

  private static RSAKeyParameters parameters(BigInteger modulus) {
    try {
      return new RSAKeyParameters(false, modulus, EXPONENT);
    } catch (IllegalArgumentException e) {
      throw new MalformedTokenException();
    }
  }

  /** The SubjectPublicKeyInfo in DER. */
  public Bytes toBytes() {
    return encoded;
  }

  /** SHA-256 of the encoded key. */
  public Bytes tokenKeyId() {
    return tokenKeyId;
  }

  /** The last byte of the id, as requests carry it. */
  public int truncatedTokenKeyId() {
    return tokenKeyId.at(tokenKeyId.length() - 1);
  }

  /**
   * Whether a token names this key and carries its signature (RFC 9578 section 6.4). Whether it was
   * got for the right challenge, and spent before, is for the caller to ask.
   */
  public boolean verifies(Token token) {
    return token.tokenKeyId().equals(tokenKeyId)
        && BlindRsa.verifies(
            parameters, token.input(), token.authenticator(), BlindRsa.VARIANT.getSaltLength());
  }

  /**
   * Whether a number is below the modulus: what can be signed blindly (RFC 9474 section 4.3).
   *
   * @param blindedMessage {@link BlindSigner#LENGTH} bytes
   */
  public boolean hasInRange(Bytes blindedMessage) {
    return new BigInteger(1, blindedMessage.toByteArray()).compareTo(parameters.getModulus()) < 0;
  }

  RSAKeyParameters parameters() {
    return parameters;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IssuerPublicKey that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** The id. */
  @Override
  public String toString() {
    return tokenKeyId.toBase64Url();
  }
}
