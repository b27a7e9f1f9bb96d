package org.opstap.protocol.privacypass;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** An issuer with a key that was made for this run of the tests. */
record TestIssuer(KeyPair keys, BouncyCastleBlindSigner signer) {
  static final TokenChallenge CHALLENGE =
      new TokenChallenge("opstap.example", Bytes.empty(), List.of("opstap.example"));

  static final TestIssuer FIRST = generate();
  static final TestIssuer SECOND = generateBeside(FIRST);

  static TestIssuer generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      KeyPair keys = generator.generateKeyPair();
      return new TestIssuer(
          keys,
          BouncyCastleBlindSigner.fromPkcs8(SecretBytes.copyOf(keys.getPrivate().getEncoded())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that has another truncated key id. */
  private static TestIssuer generateBeside(TestIssuer other) {
    TestIssuer issuer;
    do {
      issuer = generate();
    } while (issuer.publicKey().truncatedTokenKeyId() == other.publicKey().truncatedTokenKeyId());
    return issuer;
  }

  IssuerPublicKey publicKey() {
    return signer.publicKey();
  }

  RSAPrivateCrtKey privateKey() {
    return (RSAPrivateCrtKey) keys.getPrivate();
  }

  BlindTokenRequest request() {
    return BlindTokenRequest.create(CHALLENGE, publicKey(), new SecureRandom());
  }

  TokenResponse answer(TokenRequest request) {
    return new TokenResponse(signer.blindSign(request.blindedMessage()));
  }

  Token token() {
    BlindTokenRequest request = request();
    return request.finalizeToken(answer(request.request())).orElseThrow();
  }
}
