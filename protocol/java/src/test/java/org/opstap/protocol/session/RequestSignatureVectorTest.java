package org.opstap.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.wire.Bytes;

/** The requests that the TypeScript client signs, and ways to spoil them (SES-10 to SES-14). */
class RequestSignatureVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("request-signatures.json");
  private static final Duration SKEW = Duration.ofSeconds(60);

  @ParameterizedTest
  @MethodSource("positive")
  void rebuildsEverySignatureBase(JsonNode vector) throws Exception {
    RequestSignature signature = parse(vector);

    assertEquals(text(vector, "signatureBase"), baseOf(signature, vector));
    assertEquals(hmac(text(vector, "signatureBase")), signature.signature());
  }

  @ParameterizedTest
  @MethodSource("positive")
  void readsEveryParameter(JsonNode vector) {
    RequestSignature signature = parse(vector);

    assertEquals(
        VectorFile.elements(vector.get("components")).map(JsonNode::textValue).toList(),
        signature.components());
    assertEquals(vector.get("created").longValue(), signature.created().getEpochSecond());
    assertEquals(text(vector, "nonce"), signature.nonce());
    assertEquals(VECTORS.get("session").textValue(), signature.session());
  }

  @ParameterizedTest
  @MethodSource("positive")
  void digestsEveryBody(JsonNode vector) {
    byte[] body = Bytes.fromBase64Url(text(vector, "body")).toByteArray();

    assertEquals(text(vector, "contentDigest"), ContentDigest.of(body));
  }

  @ParameterizedTest
  @MethodSource("positive")
  void takesEverySignedRequest(JsonNode vector) throws Exception {
    assertEquals("taken", verify(vector));
  }

  @ParameterizedTest
  @MethodSource("negative")
  void refusesEverySpoiltRequest(JsonNode vector) throws Exception {
    assertEquals(text(vector, "problem"), verify(vector));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "opstap",
        "opstap=",
        "opstap=()",
        "OPSTAP=(\"@method\")",
        " opstap=(\"@method\");created=1",
      })
  void refusesAnInputOfAnotherForm(String input) {
    String signature = "opstap=:" + "A".repeat(43) + "=:";

    assertThrows(MalformedSignatureException.class, () -> RequestSignature.parse(input, signature));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";created=1;nonce=\"0123456789abcdef\";keyid=\"s\";alg=\"hmac-sha256\";alg=\"hmac-sha256\"",
        ";created=1;nonce=\"0123456789abcdef\";keyid=\"s\";alg=\"hmac-sha256\";tag=\"x\"",
        ";created=-1;nonce=\"0123456789abcdef\";keyid=\"s\";alg=\"hmac-sha256\"",
        ";created=1.5;nonce=\"0123456789abcdef\";keyid=\"s\";alg=\"hmac-sha256\"",
        ";created=9999999999999999;nonce=\"0123456789abcdef\";keyid=\"s\";alg=\"hmac-sha256\"",
        ";created=\"now\";nonce=\"0123456789abcdef\";keyid=\"s\";alg=\"hmac-sha256\"",
        ";created=1;nonce=\"0123456789abcdef\";keyid=\"s\" ;alg=\"hmac-sha256\"",
      })
  void refusesParametersOfAnotherForm(String parameters) {
    String input =
        "opstap=(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\")" + parameters;
    String signature = "opstap=:" + "A".repeat(43) + "=:";

    assertThrows(MalformedSignatureException.class, () -> RequestSignature.parse(input, signature));
  }

  @Test
  void refusesHeadersThatAreVeryLongWithoutReadingThem() {
    String input = "opstap=(" + "\"@method\" ".repeat(100_000) + ")";

    assertThrows(
        MalformedSignatureException.class, () -> RequestSignature.parse(input, "opstap=:AAAA:"));
  }

  /** What a verifier does with this module's parts, in the order of the server. */
  private static String verify(JsonNode vector) throws Exception {
    if (vector.get("signatureInput").isNull() && vector.get("signature").isNull()) {
      return "signature-missing";
    }
    if (Stream.of("signatureInput", "signature", "contentDigest")
        .anyMatch(name -> vector.get(name).isNull())) {
      return "signature-invalid";
    }
    try {
      RequestSignature signature = parse(vector);
      byte[] body = Bytes.fromBase64Url(text(vector, "body")).toByteArray();
      boolean isSigned = hmac(baseOf(signature, vector)).equals(signature.signature());
      if (!isSigned || !ContentDigest.of(body).equals(text(vector, "contentDigest"))) {
        return "signature-invalid";
      }
      Instant now = Instant.ofEpochSecond(VECTORS.get("now").longValue());
      Duration difference = Duration.between(signature.created(), now).abs();
      return difference.compareTo(SKEW) > 0 ? "clock-skew" : "taken";
    } catch (MalformedSignatureException e) {
      return "signature-invalid";
    }
  }

  private static RequestSignature parse(JsonNode vector) {
    return RequestSignature.parse(text(vector, "signatureInput"), text(vector, "signature"));
  }

  private static String baseOf(RequestSignature signature, JsonNode vector) {
    String url = text(vector, "url").replace("'", "%27");
    URI uri = URI.create(url);
    boolean isDefaultPort = "https".equals(uri.getScheme()) && uri.getPort() == 443;
    String port = uri.getPort() < 0 || isDefaultPort ? "" : ":" + uri.getPort();
    return signature.base(
        text(vector, "method"),
        uri.getHost().toLowerCase(Locale.ROOT) + port,
        uri.getRawPath(),
        uri.getRawQuery() == null ? "?" : "?" + uri.getRawQuery(),
        text(vector, "contentDigest"));
  }

  private static Bytes hmac(String base) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Bytes.fromBase64Url(VECTORS.get("key").textValue()).toByteArray();
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Bytes.copyOf(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(JsonNode vector, String member) {
    return vector.get(member).textValue();
  }

  private static Stream<JsonNode> positive() {
    return VectorFile.elements(VECTORS.get("positive"));
  }

  private static Stream<JsonNode> negative() {
    return VectorFile.elements(VECTORS.get("negative"));
  }
}
