package org.opstap.protocol.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/** RPH-4 to RPH-6, written down once more with other libraries: only clients do this. */
class ReturnPhraseVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("return-phrase.json");
  private static final int KEY_LENGTH = 32;
  private static final int STEP = 16_384;
  private static final int TAG_BITS = 128;

  @ParameterizedTest
  @MethodSource("vaults")
  void keysAreDerivedFromThePhraseAndTheNumber(JsonNode vector) {
    Bytes root = rootOf(bytes(vector, "phrase"));
    int number = (int) vector.get("number").longValue();

    assertEquals(bytes(vector, "root"), root);
    assertEquals(bytes(vector, "locator"), key(root, "locator", number));
    assertEquals(bytes(vector, "accessKey"), key(root, "access key", number));
    assertEquals(bytes(vector, "accessKeyDigest"), key(root, "access key", number).sha256());
    assertEquals(bytes(vector, "sealingKey"), key(root, "sealing key", number));
  }

  @ParameterizedTest
  @MethodSource("states")
  void statesAreSealedAsAVersionOfOneConversation(JsonNode vector) throws GeneralSecurityException {
    int times = vector.path("times").asInt(1);
    Bytes state = Bytes.utf8(vector.get("state").textValue().repeat(times));

    Bytes sealed = seal(vector, state);

    assertEquals(vector.get("sealedLength").intValue(), sealed.length());
    assertEquals(bytes(vector, "sealedDigest"), sealed.sha256());
  }

  static Stream<JsonNode> vaults() {
    return VectorFile.elements(VECTORS.get("vaults"));
  }

  static Stream<JsonNode> states() {
    return VectorFile.elements(VECTORS.get("states"));
  }

  private static Bytes rootOf(Bytes phrase) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(65_536)
            .withIterations(3)
            .withParallelism(1)
            .withSalt(Bytes.utf8("opstap return phrase v1").toByteArray())
            .build());
    byte[] root = new byte[KEY_LENGTH];
    argon2.generateBytes(phrase.toByteArray(), root);
    return Bytes.copyOf(root);
  }

  private static Bytes key(Bytes root, String label, int number) {
    Bytes counted = Bytes.copyOf(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    Bytes info = Bytes.concat(Bytes.utf8("opstap vault v1\0" + label + "\0"), counted);
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
    hkdf.init(new HKDFParameters(root.toByteArray(), null, info.toByteArray()));
    byte[] key = new byte[KEY_LENGTH];
    hkdf.generateBytes(key, 0, key.length);
    return Bytes.copyOf(key);
  }

  private static Bytes seal(JsonNode vector, Bytes state) throws GeneralSecurityException {
    int length = Integer.BYTES + state.length();
    ByteBuffer padded = ByteBuffer.allocate((length + STEP - 1) / STEP * STEP);
    padded.putInt(state.length()).put(state.toByteArray());
    Bytes conversation = ConversationId.parse(vector.get("conversation").textValue()).toBytes();
    ByteBuffer version = ByteBuffer.allocate(Long.BYTES).putLong(vector.get("version").longValue());
    Bytes associated =
        Bytes.concat(
            Bytes.utf8("opstap vault state v1\0"), conversation, Bytes.copyOf(version.array()));
    Bytes nonce = bytes(vector, "nonce");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(bytes(vector, "sealingKey").toByteArray(), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce.toByteArray()));
    cipher.updateAAD(associated.toByteArray());
    return Bytes.concat(nonce, Bytes.copyOf(cipher.doFinal(padded.array())));
  }

  private static Bytes bytes(JsonNode vector, String name) {
    return Bytes.fromBase64Url(vector.get(name).textValue());
  }
}
