package org.opstap.protocol.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.wire.Bytes;

class IdentifierVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("identifiers.json");

  @ParameterizedTest
  @MethodSource("valid")
  void readsAndWritesEveryPositiveVector(JsonNode vector) {
    Brand brand = brandOf(vector.get("brand").textValue());
    String text = vector.get("text").textValue();
    BrandedId id = parse(brand, text);
    assertEquals(text, id.toString());
    assertEquals(vector.get("bytes").textValue(), id.toBytes().toHex());
    assertEquals(id, fromBytes(brand, id.toBytes()));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesEveryNegativeVector(JsonNode vector) {
    Brand brand = brandOf(vector.get("brand").textValue());
    MalformedIdentifierException refusal =
        assertThrows(
            MalformedIdentifierException.class, () -> parse(brand, vector.get("text").textValue()));
    assertEquals("malformed identifier", refusal.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Brand.class)
  void refusesBytesOfAnotherLength(Brand brand) {
    VectorFile.elements(VECTORS.get("invalidBytes"))
        .map(hex -> Bytes.fromHex(hex.textValue()))
        .forEach(
            bytes ->
                assertThrows(MalformedIdentifierException.class, () -> fromBytes(brand, bytes)));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void refusesIdentifiersOfEveryOtherKind(JsonNode vector) {
    Brand own = brandOf(vector.get("brand").textValue());
    String text = vector.get("text").textValue();
    for (Brand brand : Brand.values()) {
      if (brand != own) {
        assertThrows(MalformedIdentifierException.class, () -> parse(brand, text));
      }
    }
  }

  @Test
  void findsEveryWrongDigitAndEverySwap() {
    String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    String text = new ConversationId(0x0123456789abcdefL, 0xfedcba9876543210L).toString();
    for (int i = 4; i < 30; i++) {
      for (char digit : digits.toCharArray()) {
        String slip = text.substring(0, i) + digit + text.substring(i + 1);
        assertRefusedUnlessSame(text, slip);
      }
      char[] swapped = text.toCharArray();
      swapped[i] = text.charAt(i + 1);
      swapped[i + 1] = text.charAt(i);
      assertRefusedUnlessSame(text, String.valueOf(swapped));
    }
  }

  private static void assertRefusedUnlessSame(String text, String slip) {
    if (!slip.equals(text)) {
      assertThrows(MalformedIdentifierException.class, () -> ConversationId.parse(slip));
    }
  }

  @Test
  void drawsDifferentIdentifiers() {
    SecureRandom random = new SecureRandom();
    Set<PseudonymId> drawn = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      drawn.add(PseudonymId.random(random));
    }
    assertEquals(100, drawn.size());
  }

  @Test
  void keepsKindsApart() {
    assertNotEquals((Object) new PseudonymId(1, 2), new ConversationId(1, 2));
  }

  private static BrandedId parse(Brand brand, String text) {
    return switch (brand) {
      case PSEUDONYM -> PseudonymId.parse(text);
      case CONVERSATION -> ConversationId.parse(text);
      case PROGRAMME -> ProgrammeId.parse(text);
      case WORKER -> WorkerId.parse(text);
      case DEVICE -> DeviceId.parse(text);
      case LEAD -> LeadId.parse(text);
      case KEY_PACKAGE -> KeyPackageId.parse(text);
      case VAULT -> VaultId.parse(text);
      case CARD -> CardId.parse(text);
      case INVITATION -> InvitationId.parse(text);
    };
  }

  private static BrandedId fromBytes(Brand brand, Bytes bytes) {
    return switch (brand) {
      case PSEUDONYM -> PseudonymId.fromBytes(bytes);
      case CONVERSATION -> ConversationId.fromBytes(bytes);
      case PROGRAMME -> ProgrammeId.fromBytes(bytes);
      case WORKER -> WorkerId.fromBytes(bytes);
      case DEVICE -> DeviceId.fromBytes(bytes);
      case LEAD -> LeadId.fromBytes(bytes);
      case KEY_PACKAGE -> KeyPackageId.fromBytes(bytes);
      case VAULT -> VaultId.fromBytes(bytes);
      case CARD -> CardId.fromBytes(bytes);
      case INVITATION -> InvitationId.fromBytes(bytes);
    };
  }

  private static Brand brandOf(String code) {
    return Stream.of(Brand.values()).filter(b -> b.code().equals(code)).findFirst().orElseThrow();
  }

  static Stream<JsonNode> valid() {
    return VectorFile.elements(VECTORS.get("valid"));
  }

  static Stream<JsonNode> invalid() {
    return VectorFile.elements(VECTORS.get("invalid"));
  }
}
