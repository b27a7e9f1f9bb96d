package org.opstap.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** ADM-29 and ADM-30. */
class CardSecretTest {
  private static final JsonNode VECTORS = VectorFile.read("contact-cards.json");

  @ParameterizedTest
  @MethodSource("cards")
  void isGivenByTheWordsOfEveryCard(JsonNode vector) {
    CardSecret secret = CardSecret.ofWords(words(vector));

    assertEquals(vector.get("secret").textValue(), secret.bytes().toBase64Url());
    assertEquals(vector.get("digest").textValue(), secret.digest().toBase64Url());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void isShownInAField(JsonNode vector) {
    AdmissionProof card = new AdmissionProof.Card(CardSecret.ofWords(words(vector)));

    assertEquals(vector.get("field").textValue(), card.toFieldValue());
    assertEquals(Optional.of(card), AdmissionProof.parse(card.toFieldValue()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isNotGivenByWordsOfAnotherForm(JsonNode vector) {
    List<String> words = words(vector);

    assertThrows(IllegalArgumentException.class, () -> CardSecret.ofWords(words));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void hasNoOtherLength(int length) {
    SecretBytes other = SecretBytes.copyOf(new byte[length]);

    assertThrows(IllegalArgumentException.class, () -> new CardSecret(other));
  }

  @Test
  void keepsItsBytesOutOfTexts() {
    CardSecret secret =
        new CardSecret(SecretBytes.copyOf(Bytes.fromHex("ab".repeat(32)).toByteArray()));

    assertFalse(new AdmissionProof.Card(secret).toString().contains("abab"));
  }

  static Stream<JsonNode> cards() {
    return VectorFile.elements(VECTORS.get("cards"));
  }

  static Stream<JsonNode> refused() {
    return VectorFile.elements(VECTORS.get("refused"));
  }

  private static List<String> words(JsonNode vector) {
    return List.of(vector.get("words").textValue().split(" ", -1));
  }
}
