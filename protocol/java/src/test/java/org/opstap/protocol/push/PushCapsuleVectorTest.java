package org.opstap.protocol.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.hpke.EncapsulationOpener;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.hpke.TestedHpke;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.push.PushTarget.Fcm;
import org.opstap.protocol.push.PushTarget.WebPush;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** PUS-1 to PUS-3: what both languages seal, byte for byte, and what opens to nothing. */
class PushCapsuleVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("push-capsule.json");

  @ParameterizedTest
  @MethodSource("capsules")
  void opensEveryCapsule(JsonNode vector) {
    PushCapsule capsule = PushCapsule.of(bytes(vector, "capsule")).orElseThrow();

    assertEquals(vector.get("keyId").intValue(), capsule.keyId());
    assertEquals(Optional.of(content(vector)), capsule.open(opener(vector), conversation(vector)));
  }

  @ParameterizedTest
  @MethodSource("capsules")
  void sealsEveryCapsule(JsonNode vector) {
    PushCapsule capsule =
        PushCapsule.seal(
            key(vector),
            conversation(vector),
            content(vector),
            new DrawnBefore(bytes(vector, "ephemeral")));

    assertEquals(bytes(vector, "capsule"), capsule.bytes());
    assertEquals(PushCapsule.LENGTH, capsule.bytes().length());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void opensNothingElse(JsonNode vector) {
    Optional<CapsuleContent> opened =
        PushCapsule.of(bytes(vector, "capsule"))
            .flatMap(capsule -> capsule.open(opener(vector), conversation(vector)));

    assertEquals(Optional.empty(), opened);
  }

  @Test
  void sealsEachCapsuleWithAKeyOfItsOwn() {
    JsonNode vector = VECTORS.get("capsules").get(0);
    SecureRandom random = new SecureRandom();

    Bytes one =
        PushCapsule.seal(key(vector), conversation(vector), content(vector), random).bytes();
    Bytes other =
        PushCapsule.seal(key(vector), conversation(vector), content(vector), random).bytes();

    assertNotEquals(one.slice(2, PushCapsule.LENGTH), other.slice(2, PushCapsule.LENGTH));
  }

  @Test
  void sealsNothingToAPointOfSmallOrder() {
    JsonNode vector = VECTORS.get("capsules").get(0);
    PushKey zero = new PushKey(1, Bytes.copyOf(new byte[32]));

    assertThrows(
        IllegalArgumentException.class,
        () -> PushCapsule.seal(zero, conversation(vector), content(vector), new SecureRandom()));
  }

  @ParameterizedTest
  @MethodSource("capsules")
  void showsNothingAsText(JsonNode vector) {
    String text = content(vector).toString();

    assertFalse(text.contains(content(vector).target().address()));
    assertTrue(text.contains("redacted"));
  }

  static Stream<JsonNode> capsules() {
    return VectorFile.elements(VECTORS.get("capsules"));
  }

  static Stream<JsonNode> refused() {
    return VectorFile.elements(VECTORS.get("refused"));
  }

  private static EncapsulationOpener opener(JsonNode vector) {
    SecretBytes secret = SecretBytes.copyOf(bytes(vector, "secretKey").toByteArray());
    return TestedHpke.agreed(new KemPrivateKey(Kem.X25519, secret));
  }

  private static PushKey key(JsonNode vector) {
    return new PushKey(vector.get("keyId").intValue(), bytes(vector, "publicKey"));
  }

  private static ConversationId conversation(JsonNode vector) {
    return ConversationId.parse(vector.get("conversation").textValue());
  }

  private static CapsuleContent content(JsonNode vector) {
    JsonNode subscription = vector.get("subscription");
    PushTarget target =
        subscription.isNull()
            ? new Fcm(vector.get("token").textValue())
            : new WebPush(
                subscription.get("endpoint").textValue(),
                bytes(subscription, "p256dh"),
                SecretBytes.copyOf(bytes(subscription, "auth").toByteArray()));
    return new CapsuleContent(
        Instant.ofEpochSecond(vector.get("expiresAt").longValue()),
        WakeDelay.ofNumber(vector.get("delay").intValue()).orElseThrow(),
        target);
  }

  private static Bytes bytes(JsonNode vector, String name) {
    return Bytes.fromBase64Url(vector.get(name).textValue());
  }

  /** Draws what the vector drew. */
  private static final class DrawnBefore extends SecureRandom {
    private final transient Bytes drawn;

    DrawnBefore(Bytes drawn) {
      this.drawn = drawn;
    }

    @Override
    public void nextBytes(byte[] into) {
      if (into.length != drawn.length()) {
        throw new IllegalStateException("the vector drew another length");
      }
      System.arraycopy(drawn.toByteArray(), 0, into, 0, into.length);
    }
  }
}
