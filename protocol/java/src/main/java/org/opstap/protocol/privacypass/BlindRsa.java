package org.opstap.protocol.privacypass;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSABlindSignatureParameters;
import org.bouncycastle.crypto.params.RSABlindingParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.util.BigIntegers;
import org.opstap.protocol.wire.Bytes;

/**
 * The client's part of RFC 9474 with SHA-384, composed of Bouncy Castle's encoding and blinding,
 * for keys of any length.
 *
 * <p>Its {@code RSABlindSignatureClient} is not used: it draws the blinding factor from one bit
 * less than the modulus has. An issuer could then divide each signature that it made by each token
 * that it sees, and rule out those pairs whose factor comes out longer: up to half of them.
 */
final class BlindRsa {
  static final RSABlindSignatureParameters VARIANT =
      RSABlindSignatureParameters.RSABSSA_SHA384_PSS_DETERMINISTIC;

  private BlindRsa() {}

  /**
   * A blinding factor: every invertible number below the modulus is as likely as any other (RFC
   * 9474 section 4.2, steps 6 and 7).
   */
  static BigInteger drawFactor(BigInteger modulus, SecureRandom random) {
    BigInteger factor;
    do {
      factor = new BigInteger(modulus.bitLength(), random);
    } while (factor.signum() == 0
        || factor.compareTo(modulus) >= 0
        || !BigIntegers.modOddIsCoprime(modulus, factor));
    return factor;
  }

  /**
   * Blind of RFC 9474 section 4.2 with a salt and a factor that were drawn before.
   *
   * @return as many bytes as the modulus has
   */
  static Bytes blind(RSAKeyParameters key, Bytes message, Bytes salt, BigInteger factor) {
    PSSSigner encoder =
        new PSSSigner(new RSABlindingEngine(), VARIANT.createDigest(), salt.toByteArray());
    encoder.init(true, new RSABlindingParameters(key, factor));
    encoder.update(message.toByteArray(), 0, message.length());
    byte[] blinded;
    try {
      blinded = encoder.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("the message can't be encoded", e);
    }
    if (!BigIntegers.modOddIsCoprime(key.getModulus(), new BigInteger(1, blinded))) {
      throw new IllegalStateException("the message divides the key");
    }
    return Bytes.copyOf(blinded);
  }

  /**
   * Finalize of RFC 9474 section 4.4.
   *
   * @return the signature, or nothing where it isn't the key's over the message
   */
  static Optional<Bytes> unblind(
      RSAKeyParameters key,
      Bytes message,
      Bytes blindSignature,
      BigInteger factor,
      int saltLength) {
    int length = BigIntegers.getUnsignedByteLength(key.getModulus());
    byte[] blind = blindSignature.toByteArray();
    if (blind.length != length || new BigInteger(1, blind).compareTo(key.getModulus()) >= 0) {
      return Optional.empty();
    }
    RSABlindingEngine engine = new RSABlindingEngine();
    engine.init(false, new RSABlindingParameters(key, factor));
    BigInteger signature = new BigInteger(1, engine.processBlock(blind, 0, length));
    return Optional.of(Bytes.copyOf(BigIntegers.asUnsignedByteArray(length, signature)))
        .filter(candidate -> verifies(key, message, candidate, saltLength));
  }

  /** RSASSA-PSS-VERIFY (RFC 8017 section 8.1.2). All that goes into it is public. */
  static boolean verifies(RSAKeyParameters key, Bytes message, Bytes signature, int saltLength) {
    PSSSigner verifier = new PSSSigner(new RSAEngine(), VARIANT.createDigest(), saltLength);
    verifier.init(false, key);
    verifier.update(message.toByteArray(), 0, message.length());
    return verifier.verifySignature(signature.toByteArray());
  }
}
