package org.opstap.protocol.privacypass;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.opstap.protocol.wire.Bytes;

/** Every provider of RSA: each passes every test. */
enum TestedRsa {
  BOUNCY_CASTLE(new BouncyCastleRsa()) {
    @Override
    Bytes sign(RSAPrivateCrtKeyParameters key, Bytes message) {
      return BouncyCastleBlindSigner.sign(key, message.toByteArray());
    }

    @Override
    boolean verifies(RSAKeyParameters key, Bytes message, Bytes signature, int saltLength) {
      return BlindRsa.verifies(key, message, signature, saltLength);
    }
  },

  CORRETTO(new JcaRsa(AmazonCorrettoCryptoProvider.INSTANCE)) {
    @Override
    Bytes sign(RSAPrivateCrtKeyParameters key, Bytes message) {
      return new JcaBlindSigner(KEYS, key).sign(message.toByteArray());
    }

    @Override
    boolean verifies(RSAKeyParameters key, Bytes message, Bytes signature, int saltLength) {
      return new JcaTokenVerifier(KEYS, key, saltLength).verifies(message, signature);
    }
  };

  private static final JcaRsaKeys KEYS = new JcaRsaKeys(AmazonCorrettoCryptoProvider.INSTANCE);

  private final RsaProvider provider;

  TestedRsa(RsaProvider provider) {
    this.provider = provider;
  }

  RsaProvider provider() {
    return provider;
  }

  /** With a key of any length. */
  abstract Bytes sign(RSAPrivateCrtKeyParameters key, Bytes message);

  /** With a key and a salt of any length. */
  abstract boolean verifies(RSAKeyParameters key, Bytes message, Bytes signature, int saltLength);

  static Stream<TestedRsa> all() {
    return Arrays.stream(values());
  }
}
