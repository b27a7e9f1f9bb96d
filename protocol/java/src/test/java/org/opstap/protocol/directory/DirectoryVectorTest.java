package org.opstap.protocol.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.MalformedDocumentException;
import org.opstap.protocol.wire.SecretBytes;

class DirectoryVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("directory.json");
  private static final Ed25519PublicKey OPERATOR =
      new Ed25519PublicKey(
          Bytes.fromBase64Url(VECTORS.get("publicKeys").get("operator").textValue()));

  @ParameterizedTest
  @MethodSource("valid")
  void readsAndVerifiesEveryValidDocument(JsonNode vector) {
    Verified<?> document =
        formatOf(vector).parse(envelopeOf(vector)).verify(keyOf(vector)).orElseThrow();
    assertEquals(text(vector, "digest"), document.digest().toBase64Url());
    assertEquals(envelopeOf(vector), document.envelope());
  }

  @ParameterizedTest
  @MethodSource("unsigned")
  void refusesEveryWrongSignature(JsonNode vector) {
    Unverified<?> document = formatOf(vector).parse(envelopeOf(vector));
    assertTrue(document.verify(keyOf(vector)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesEveryMalformedDocument(JsonNode vector) {
    DocumentFormat<?> format = formatOf(vector);
    Bytes envelope = envelopeOf(vector);
    MalformedDocumentException refusal =
        assertThrows(MalformedDocumentException.class, () -> format.parse(envelope));
    assertEquals("malformed document", refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource("signable")
  void signsContentToTheSameBytes(JsonNode vector) {
    Ed25519PrivateKey key =
        new Ed25519PrivateKey(
            SecretBytes.copyOf(Bytes.fromBase64Url(text(vector, "seed")).toByteArray()));
    assertEquals(envelopeOf(vector), signAgain(formatOf(vector), envelopeOf(vector), key));
  }

  @Test
  void refusesDocumentsThatAreTooLongBeforeReadingThem() {
    Bytes long1 = Bytes.utf8(" ".repeat(ReleaseCodec.MAX_LENGTH + 1));
    assertThrows(MalformedDocumentException.class, () -> Release.FORMAT.parse(long1));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void followsEveryChain(JsonNode vector) {
    List<Bytes> fetched =
        VectorFile.elements(vector.get("fetched")).map(name -> release(name.textValue())).toList();
    ReleaseChain.Decision decision =
        ReleaseChain.accept(
            held(vector), fetched, signer(vector), Instant.parse(text(vector, "now")));
    JsonNode expected = vector.get("expect");
    String outcome =
        decision instanceof ReleaseChain.Accepted accepted
            ? String.valueOf(accepted.newest().content().number())
            : ((ReleaseChain.Refused) decision).reason().code();
    assertEquals(expected.asText(), outcome);
    if (decision instanceof ReleaseChain.Accepted accepted) {
      assertEquals(text(vector, "newSigner"), accepted.signer().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void keepsEveryStatusBook(JsonNode vector) {
    StatusBook book = StatusBook.empty();
    for (JsonNode step : vector.get("steps")) {
      Bytes envelope =
          Bytes.utf8(VECTORS.get("statusEnvelopes").get(text(step, "status")).textValue());
      StatusBook.Decision decision = book.accept(envelope, releaseOne());
      String outcome = "accepted";
      if (decision instanceof StatusBook.Accepted accepted) {
        book = accepted.book();
      } else if (decision instanceof StatusBook.Refused refused) {
        outcome = refused.reason().code();
      }
      assertEquals(text(step, "expect"), outcome);
    }
    Instant now = Instant.parse(text(vector, "now"));
    assertEquals(
        VectorFile.elements(vector.get("current")).map(JsonNode::textValue).toList(),
        book.current(now).keySet().stream().map(ProgrammeId::toString).sorted().toList());
    for (JsonNode entry : vector.get("revoked")) {
      ProgrammeId programme = ProgrammeId.parse(text(entry, "programme"));
      DeviceId device = DeviceId.parse(text(entry, "device"));
      assertEquals(entry.get("expect").booleanValue(), book.revokes(programme, device));
    }
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void verifiesEveryCredential(JsonNode vector) {
    Bytes status = Bytes.utf8(VECTORS.get("statusEnvelopes").get("s1").textValue());
    StatusBook book =
        ((StatusBook.Accepted) StatusBook.empty().accept(status, releaseOne())).book();
    CredentialVerification verification =
        CredentialVerification.verify(
            Bytes.utf8(
                VECTORS.get("credentialEnvelopes").get(text(vector, "identity")).textValue()),
            releaseOne(),
            book,
            ProgrammeId.parse(text(vector, "chosen")),
            Instant.parse(text(vector, "now")),
            Bytes.fromBase64Url(text(vector, "leafSignatureKey")));
    String outcome =
        verification instanceof CredentialVerification.Refused refused
            ? refused.reason().code()
            : "trusted";
    assertEquals(text(vector, "expect"), outcome);
  }

  private static <T> Bytes signAgain(
      DocumentFormat<T> format, Bytes envelope, Ed25519PrivateKey key) {
    return format.sign(format.parse(envelope).unverifiedContent(), key).envelope();
  }

  private static DocumentFormat<?> formatOf(JsonNode vector) {
    return switch (text(vector, "format")) {
      case "release" -> Release.FORMAT;
      case "status" -> ProgrammeStatus.FORMAT;
      case "credential" -> DeviceCredential.FORMAT;
      case "proposal" -> ProgrammeProposal.FORMAT;
      case "social-map" -> SocialMap.FORMAT;
      case "page-list" -> PageList.FORMAT;
      default -> throw new AssertionError("unknown format");
    };
  }

  private static Bytes envelopeOf(JsonNode vector) {
    JsonNode hex = vector.get("hex");
    return hex == null ? Bytes.utf8(text(vector, "utf8")) : Bytes.fromHex(hex.textValue());
  }

  private static Ed25519PublicKey keyOf(JsonNode vector) {
    return new Ed25519PublicKey(Bytes.fromBase64Url(text(vector, "key")));
  }

  private static Bytes release(String name) {
    return Bytes.utf8(VECTORS.get("releases").get(name).textValue());
  }

  private static Release releaseOne() {
    return Release.FORMAT.parse(release("r1")).verify(OPERATOR).orElseThrow().content();
  }

  private static @Nullable Verified<Release> held(JsonNode vector) {
    JsonNode name = vector.get("held");
    return name.isNull()
        ? null
        : Release.FORMAT.parse(release(name.textValue())).verify(signer(vector)).orElseThrow();
  }

  /** Of what is held; at a first visit the key that the client comes with. */
  private static Ed25519PublicKey signer(JsonNode vector) {
    return new Ed25519PublicKey(Bytes.fromBase64Url(text(vector, "signer")));
  }

  private static String text(JsonNode vector, String member) {
    return vector.get(member).textValue();
  }

  static Stream<JsonNode> documents(String expected) {
    return VectorFile.elements(VECTORS.get("documents"))
        .filter(vector -> text(vector, "expect").equals(expected));
  }

  static Stream<JsonNode> valid() {
    return documents("valid");
  }

  static Stream<JsonNode> signable() {
    return valid().filter(vector -> vector.has("seed"));
  }

  static Stream<JsonNode> unsigned() {
    return documents("bad-signature");
  }

  static Stream<JsonNode> malformed() {
    return documents("malformed");
  }

  static Stream<JsonNode> chains() {
    return VectorFile.elements(VECTORS.get("chains"));
  }

  static Stream<JsonNode> statuses() {
    return VectorFile.elements(VECTORS.get("statuses"));
  }

  static Stream<JsonNode> credentials() {
    return VectorFile.elements(VECTORS.get("credentials"));
  }
}
