package org.opstap.backend.client;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import org.opstap.protocol.wire.Bytes;

/** An authenticator and the browser around it (WebAuthn): one passkey, and what can go wrong. */
public final class TestAuthenticator {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final TestHttp http;
  private final Bytes credentialId;
  private final KeyPair key;
  private String origin;
  private String host;
  private boolean verifies = true;
  private int counter;

  public TestAuthenticator(TestHttp http) {
    this.http = http;
    URI server = http.server();
    origin = "http://" + server.getAuthority();
    host = server.getHost();
    byte[] id = new byte[32];
    new SecureRandom().nextBytes(id);
    credentialId = Bytes.copyOf(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** In a page of another origin. */
  public TestAuthenticator on(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  /** For another host, whatever page it is in. */
  public TestAuthenticator forHost(String otherHost) {
    host = otherHost;
    return this;
  }

  /** Somebody touches it, and nobody knows who. */
  public TestAuthenticator withoutVerification() {
    verifies = false;
    return this;
  }

  /** What its counter says from now on; 0 where it doesn't count. */
  public TestAuthenticator at(int count) {
    counter = count;
    return this;
  }

  public Bytes credentialId() {
    return credentialId;
  }

  public static String challenge(TestHttp http) {
    return http.post("/v1/passkey-challenges", Map.of()).text("challenge");
  }

  /** The member {@code passkey} of a registration. */
  public Map<String, String> made(String challenge) {
    byte[] attested =
        concat(
            authenticatorData(ATTESTED),
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) credentialId.length()).array(),
            credentialId.toByteArray(),
            coseKey());
    byte[] object =
        concat(
            new byte[] {(byte) 0xa3},
            text("fmt"),
            text("none"),
            text("attStmt"),
            new byte[] {(byte) 0xa0},
            text("authData"),
            bytes(attested));
    return Map.of(
        "clientDataJson", clientData("webauthn.create", challenge).toBase64Url(),
        "attestationObject", Bytes.copyOf(object).toBase64Url());
  }

  public Map<String, String> made() {
    return made(challenge(http));
  }

  /** The members that every assertion has. */
  public Map<String, String> signed(String challenge) {
    Bytes clientData = clientData("webauthn.get", challenge);
    byte[] data = authenticatorData(0);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.getPrivate());
      signature.update(data);
      signature.update(clientData.sha256().toByteArray());
      return Map.of(
          "credentialId", credentialId.toBase64Url(),
          "clientDataJson", clientData.toBase64Url(),
          "authenticatorData", Bytes.copyOf(data).toBase64Url(),
          "signature", Bytes.copyOf(signature.sign()).toBase64Url());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public Map<String, String> signed() {
    return signed(challenge(http));
  }

  private Bytes clientData(String type, String challenge) {
    return Bytes.utf8(
        "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
            .formatted(type, challenge, origin));
  }

  private byte[] authenticatorData(int flags) {
    int all = flags | PRESENT | (verifies ? VERIFIED : 0);
    return concat(
        Bytes.utf8(host).sha256().toByteArray(),
        new byte[] {(byte) all},
        ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
  }

  /** ES256 on P-256 (RFC 9053). */
  private byte[] coseKey() {
    ECPublicKey point = (ECPublicKey) key.getPublic();
    return concat(
        Bytes.fromHex("a5010203262001215820").toByteArray(),
        coordinate(point.getW().getAffineX().toByteArray()),
        Bytes.fromHex("225820").toByteArray(),
        coordinate(point.getW().getAffineY().toByteArray()));
  }

  private static byte[] coordinate(byte[] signed) {
    byte[] fixed = new byte[32];
    int length = Math.min(signed.length, fixed.length);
    System.arraycopy(signed, signed.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  private static byte[] text(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return concat(new byte[] {(byte) (0x60 | content.length)}, content);
  }

  private static byte[] bytes(byte[] content) {
    byte[] head = ByteBuffer.allocate(3).put((byte) 0x59).putShort((short) content.length).array();
    return concat(head, content);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
