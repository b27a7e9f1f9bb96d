package org.opstap.backend.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.opstap.protocol.push.PushTarget.WebPush;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** A browser that was subscribed to notices: opens what RFC 8291 has a server seal. */
final class TestUserAgent {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
  private static final int SALT = 16;
  private static final int HEADER = SALT + 4 + 1 + 65;

  private final BigInteger secret;
  private final Bytes publicKey;
  private final Bytes auth;

  TestUserAgent(Bytes secret, Bytes auth) {
    this.secret = new BigInteger(1, secret.toByteArray());
    this.publicKey = Bytes.copyOf(CURVE.getG().multiply(this.secret).getEncoded(false));
    this.auth = auth;
  }

  static TestUserAgent generate(SecureRandom random) {
    byte[] auth = new byte[16];
    random.nextBytes(auth);
    BigInteger secret =
        BigIntegers.createRandomInRange(
            BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random);
    return new TestUserAgent(
        Bytes.copyOf(BigIntegers.asUnsignedByteArray(32, secret)), Bytes.copyOf(auth));
  }

  Bytes publicKey() {
    return publicKey;
  }

  WebPush at(String endpoint) {
    return new WebPush(endpoint, publicKey, SecretBytes.copyOf(auth.toByteArray()));
  }

  /** What was sealed, without its padding. */
  Bytes open(Bytes message) {
    Bytes salt = message.slice(0, SALT);
    int keyLength = message.at(SALT + 4);
    if (keyLength != 65 || ByteBuffer.wrap(message.toByteArray()).getInt(SALT) < 18) {
      throw new AssertionError("not a message of one record");
    }
    Bytes serverKey = message.slice(HEADER - keyLength, HEADER);
    ECPoint shared =
        CURVE.getCurve().decodePoint(serverKey.toByteArray()).multiply(secret).normalize();
    Bytes ecdh = Bytes.copyOf(shared.getAffineXCoord().getEncoded());
    Bytes info = Bytes.concat(Bytes.utf8("WebPush: info\0"), publicKey, serverKey);
    Bytes input = expand(hmac(auth, ecdh), info, 32);
    Bytes key = hmac(salt, input);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(
              expand(key, Bytes.utf8("Content-Encoding: aes128gcm\0"), 16).toByteArray(), "AES"),
          new GCMParameterSpec(
              128, expand(key, Bytes.utf8("Content-Encoding: nonce\0"), 12).toByteArray()));
      byte[] padded = cipher.doFinal(message.slice(HEADER, message.length()).toByteArray());
      int end = padded.length - 1;
      while (padded[end] == 0) {
        end--;
      }
      if (padded[end] != 2) {
        throw new AssertionError("not the last record");
      }
      return Bytes.copyOf(Arrays.copyOf(padded, end));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Bytes expand(Bytes key, Bytes info, int length) {
    return hmac(key, Bytes.concat(info, Bytes.copyOf(new byte[] {1}))).slice(0, length);
  }

  private static Bytes hmac(Bytes key, Bytes content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toByteArray(), "HmacSHA256"));
      return Bytes.copyOf(mac.doFinal(content.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
