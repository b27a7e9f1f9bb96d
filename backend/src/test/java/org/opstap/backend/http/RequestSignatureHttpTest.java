package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.database.TestDatabase;

/** Each way to spoil a signed request: SES-10 to SES-12, SES-14. */
@MicronautTest(transactional = false)
class RequestSignatureHttpTest implements TestDatabase {
  private static final String PATH = "/v1/conversations";

  @Inject TestServer server;

  private TestSeat seat;

  @BeforeEach
  void signIn() {
    server.begin();
    seat = server.seeker();
  }

  @Test
  void takesARequestThatIsSignedAsItShould() {
    TestHttp.Answer taken = TestHttp.send(signed());

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void takesComponentsInAnyOrder() {
    HttpRequest.Builder request =
        seat.signed(
            "GET",
            PATH,
            "",
            Map.of("components", "content-digest @query @path @authority @method"));

    TestHttp.Answer taken = TestHttp.send(request);

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void takesAnyLabel() {
    HttpRequest.Builder request = seat.signed("GET", PATH, "", Map.of("label", "sig1"));

    TestHttp.Answer taken = TestHttp.send(request);

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void demandsASignature() {
    TestHttp.Answer refused = server.http().get(PATH);

    assertProblem("signature-missing", refused);
  }

  @Test
  void refusesASignatureWithoutItsInput() {
    HttpRequest.Builder request = without(signed(), "Signature-Input");

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesAnInputWithoutItsSignature() {
    HttpRequest.Builder request = without(signed(), "Signature");

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesARequestWithoutADigest() {
    HttpRequest.Builder request = without(signed(), "Content-Digest");

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@authority @path @query content-digest",
        "@method @path @query content-digest",
        "@method @authority @query content-digest",
        "@method @authority @path content-digest",
        "@method @authority @path @query",
        "@method @authority @path @query content-digest accept",
        "@method @authority @path @query content-digest @path",
        "@method @authority @path @path content-digest",
      })
  void refusesOtherComponentsThanTheFive(String components) {
    HttpRequest.Builder request = seat.signed("GET", PATH, "", Map.of("components", components));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac-sha512", "ed25519", "HMAC-SHA256", ""})
  void refusesAnotherAlgorithm(String algorithm) {
    HttpRequest.Builder request = seat.signed("GET", PATH, "", Map.of("alg", algorithm));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesTwoSignatures() {
    HttpRequest.Builder request = signed();
    HttpRequest one = request.copy().build();
    String input = one.headers().firstValue("Signature-Input").orElseThrow();
    String signature = one.headers().firstValue("Signature").orElseThrow();
    request
        .setHeader("Signature-Input", input + ", " + input.replaceFirst("opstap", "again"))
        .setHeader("Signature", signature + ", " + signature.replaceFirst("opstap", "again"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesASignatureHeaderThatComesTwice() {
    HttpRequest.Builder request = signed();
    String signature = request.copy().build().headers().firstValue("Signature").orElseThrow();
    request.header("Signature", signature);

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesTheSignatureOfAnotherHost() {
    HttpRequest.Builder request =
        seat.signed("GET", PATH, "", Map.of("authority", "elsewhere.example"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesTheSignatureOfAnotherMethod() {
    HttpRequest.Builder request = seat.signed("PUT", PATH, "", Map.of()).GET();

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesTheSignatureOfAnotherPath() {
    HttpRequest.Builder request =
        seat.signed("GET", "/v1/events", "", Map.of()).uri(server.http().server().resolve(PATH));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesTheSignatureOfAnotherQuery() {
    HttpRequest.Builder request = signed().uri(server.http().server().resolve(PATH + "?after=1"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void takesALoneQuestionMarkForNoQuery() {
    HttpRequest.Builder request = signed().uri(server.http().server().resolve(PATH + "?"));

    TestHttp.Answer taken = TestHttp.send(request);

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void takesAQueryAsItStands() {
    HttpRequest.Builder request =
        seat.signed("GET", PATH + "?q=caf%C3%A9%20%26+x;y=(1)*~-._!'&empty=&q=2", "", Map.of());

    TestHttp.Answer taken = TestHttp.send(request);

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void refusesABodyThatTheDigestIsNotOf() {
    HttpRequest.Builder request =
        seat.signed("POST", PATH, "{}", Map.of()).POST(BodyPublishers.ofString("{ }"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesABodyWhereTheDigestIsOfNone() {
    HttpRequest.Builder request = signed().method("GET", BodyPublishers.ofString("{}"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesADigestThatWasNotSigned() {
    HttpRequest.Builder request =
        seat.signed("POST", PATH, "{}", Map.of())
            .setHeader("Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
            .POST(BodyPublishers.noBody());

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesADigestByAnotherAlgorithm() {
    HttpRequest.Builder request =
        seat.signed("POST", PATH, "{}", Map.of("digest", "sha-512=:AAAA:"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345", "", "1234567890123456+", "12345678 01234567"})
  void refusesANonceOfAnotherForm(String nonce) {
    HttpRequest.Builder request = seat.signed("GET", PATH, "", Map.of("nonce", nonce));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesANonceOf65Characters() {
    HttpRequest.Builder request = seat.signed("GET", PATH, "", Map.of("nonce", "a".repeat(65)));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "AQAAAA", "not_a_session"})
  void refusesWhatIsNoSession(String session) {
    HttpRequest.Builder request = seat.signed("GET", PATH, "", Map.of("keyid", session));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesTheSessionOfSomebodyElse() {
    HttpRequest.Builder request =
        seat.signed("GET", PATH, "", Map.of("keyid", server.seeker().session()));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void checksTheSignatureBeforeItReadsTheBody() {
    HttpRequest.Builder request =
        server
            .http()
            .request(PATH)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{not json"));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("signature-missing", refused);
  }

  private HttpRequest.Builder signed() {
    return seat.signed("GET", PATH, "", Map.of());
  }

  private static HttpRequest.Builder without(HttpRequest.Builder request, String header) {
    return HttpRequest.newBuilder(request.build(), (name, value) -> !name.equalsIgnoreCase(header));
  }
}
