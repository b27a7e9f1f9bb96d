package org.opstap.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/** ADM-41 to ADM-43, written down once more with other libraries: only clients do this. */
class CardLabelVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("card-labels.json");
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int OWN = NONCE + KEY + TAG;
  private static final int WRAPPED = OWN + KEY + KEY + TAG;
  private static final int PADDED = 256;
  private static final int SEALED = WRAPPED + NONCE + PADDED + TAG;

  @ParameterizedTest
  @MethodSource("labels")
  void isReadByTheDeviceThatSealedIt(JsonNode vector) throws GeneralSecurityException {
    Optional<Bytes> contentKey = ownContentKey(vector, "deviceSeed");

    assertEquals(bytes(vector, "deviceKey"), deviceKey(vector, "deviceSeed"));
    assertEquals(Optional.of(bytes(vector, "contentKey")), contentKey);
    assertEquals(label(vector), textUnder(contentKey, vector));
    assertEquals(Optional.empty(), ownContentKey(vector, "otherSeed"));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void isReadWithTheProgrammesKey(JsonNode vector) throws GeneralSecurityException {
    Optional<Bytes> contentKey = programmesContentKey(vector);

    assertEquals(bytes(vector, "programmeKey"), signingKey(vector));
    assertEquals(bytes(vector, "agreementKey"), publicKey(agreementSecret(vector)));
    assertEquals(Optional.of(bytes(vector, "contentKey")), contentKey);
    assertEquals(label(vector), textUnder(contentKey, vector));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isNoneOfAnotherForm(JsonNode vector) throws GeneralSecurityException {
    boolean ofItsLength = bytes(vector, "sealed").length() == SEALED;
    Optional<Bytes> own = ofItsLength ? ownContentKey(vector, "deviceSeed") : Optional.empty();
    Optional<Bytes> programmes = ofItsLength ? programmesContentKey(vector) : Optional.empty();

    assertEquals(Optional.empty(), textUnder(own, vector));
    assertEquals(Optional.empty(), textUnder(programmes, vector));
  }

  static Stream<JsonNode> labels() {
    return VectorFile.elements(VECTORS.get("labels"));
  }

  static Stream<JsonNode> refused() {
    return VectorFile.elements(VECTORS.get("refused"));
  }

  private static Optional<Bytes> ownContentKey(JsonNode vector, String seed) {
    return opened(deviceKey(vector, seed), part(vector, 0, OWN), new byte[0]);
  }

  private static Bytes deviceKey(JsonNode vector, String seed) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
    byte[] material = bytes(vector, seed).toByteArray();
    hkdf.init(new HKDFParameters(material, null, context(vector)));
    byte[] key = new byte[KEY];
    hkdf.generateBytes(key, 0, key.length);
    return Bytes.copyOf(key);
  }

  private static Optional<Bytes> programmesContentKey(JsonNode vector)
      throws GeneralSecurityException {
    HPKE hpke =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    X25519PrivateKeyParameters secret = agreementSecret(vector);
    AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
    byte[] encapsulated = part(vector, OWN, OWN + KEY);
    byte[] ciphertext = part(vector, OWN + KEY, WRAPPED);
    try {
      byte[] none = new byte[0];
      return Optional.of(
          Bytes.copyOf(
              hpke.open(encapsulated, pair, context(vector), none, ciphertext, none, none, null)));
    } catch (InvalidCipherTextException | IllegalStateException e) {
      // The last one is a point of small order.
      return Optional.empty();
    }
  }

  /** The scalar of an Ed25519 key (RFC 8032 section 5.1.5); X25519 sets and clears the bits. */
  private static X25519PrivateKeyParameters agreementSecret(JsonNode vector)
      throws GeneralSecurityException {
    byte[] seed = bytes(vector, "programmeSeed").toByteArray();
    return new X25519PrivateKeyParameters(MessageDigest.getInstance("SHA-512").digest(seed), 0);
  }

  private static Bytes publicKey(X25519PrivateKeyParameters secret) {
    return Bytes.copyOf(secret.generatePublicKey().getEncoded());
  }

  private static Bytes signingKey(JsonNode vector) {
    byte[] seed = bytes(vector, "programmeSeed").toByteArray();
    return Bytes.copyOf(new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
  }

  private static Optional<String> textUnder(Optional<Bytes> contentKey, JsonNode vector) {
    return contentKey
        .flatMap(key -> opened(key, part(vector, WRAPPED, SEALED), part(vector, 0, WRAPPED)))
        .flatMap(CardLabelVectorTest::text);
  }

  private static Optional<String> text(Bytes padded) {
    byte[] bytes = padded.toByteArray();
    int end = 1 + Byte.toUnsignedInt(bytes[0]);
    if (IntStream.range(end, bytes.length).anyMatch(at -> bytes[at] != 0)) {
      return Optional.empty();
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes, 1, end - 1);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Bytes> opened(Bytes key, byte[] box, byte[] associated) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key.toByteArray(), "AES"),
          new GCMParameterSpec(TAG * Byte.SIZE, box, 0, NONCE));
      cipher.updateAAD(associated);
      return Optional.of(Bytes.copyOf(cipher.doFinal(box, NONCE, box.length - NONCE)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] context(JsonNode vector) {
    Bytes programme = ProgrammeId.parse(vector.get("programme").textValue()).toBytes();
    return Bytes.concat(Bytes.utf8("opstap card label v1\0"), programme).toByteArray();
  }

  private static byte[] part(JsonNode vector, int from, int to) {
    return Arrays.copyOfRange(bytes(vector, "sealed").toByteArray(), from, to);
  }

  private static Optional<String> label(JsonNode vector) {
    return Optional.of(vector.get("label").textValue());
  }

  private static Bytes bytes(JsonNode vector, String name) {
    return Bytes.fromBase64Url(vector.get(name).textValue());
  }
}
