package org.opstap.backend.client;

import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** Contact cards over HTTP, as a worker's device makes them and a phone uses them. */
public final class TestCards {
  /** What a device has sealed; the server can't tell. */
  public static final Bytes LABEL = Bytes.utf8("sealed");

  private static final SecureRandom RANDOM = new SecureRandom();

  private TestCards() {}

  /** Of a card that nobody has made yet. */
  public static CardSecret secret() {
    return new CardSecret(SecretBytes.random(CardSecret.LENGTH, RANDOM));
  }

  /** A card that counts for a year from today. */
  public static Map<String, Object> content(CardSecret secret, int uses) {
    return content(secret, uses, LocalDate.now(ZoneOffset.UTC).plusDays(365));
  }

  public static Map<String, Object> content(CardSecret secret, int uses, LocalDate validUntil) {
    return Map.of(
        "digest", secret.digest().toBase64Url(),
        "uses", uses,
        "validUntil", validUntil.toString(),
        "label", LABEL.toBase64Url());
  }

  /**
   * @param cards as {@link #content} gives them
   */
  public static TestHttp.Answer post(TestSeat device, Map<?, ?>... cards) {
    return device.post("/v1/cards", Map.of("cards", List.of(cards)));
  }

  /** Makes one, and gives its identifier. */
  public static String add(TestSeat device, CardSecret secret, int uses) {
    TestHttp.Answer added = post(device, content(secret, uses));
    if (added.status() != 201) {
      throw new AssertionError(added.body());
    }
    return added.json().get("cards").get(0).textValue();
  }

  /** The identifiers of a programme's cards. */
  public static List<String> ids(TestSeat device) {
    return StreamSupport.stream(device.get("/v1/cards").json().get("cards").spliterator(), false)
        .map(card -> card.get("card").textValue())
        .toList();
  }

  public static TestHttp.Answer withdraw(TestSeat device, String card) {
    return device.send("DELETE", "/v1/cards/" + card, "");
  }

  /** Asks whose card it is. */
  public static TestHttp.Answer programme(TestHttp http, CardSecret secret) {
    return programme(http, new AdmissionProof.Card(secret).toFieldValue());
  }

  /**
   * @param field what is shown
   */
  public static TestHttp.Answer programme(TestHttp http, String field) {
    return TestHttp.send(
        http.request("/v1/admission/card-programmes")
            .header(AdmissionProof.FIELD, field)
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** A request for two tokens, other ones each time. */
  public static Bytes freshBatch(TestHttp http) {
    return TestTokens.batch(TestTokens.blind(TestTokens.key(http), 2));
  }

  /** Asks for two fresh tokens with a card. */
  public static TestHttp.Answer use(TestHttp http, CardSecret secret) {
    return use(http, secret, freshBatch(http));
  }

  /** Asks again while the server says that it can't answer in time, with the same body. */
  public static TestHttp.Answer use(TestHttp http, CardSecret secret, Bytes body) {
    TestHttp.Answer answer;
    int attempts = 0;
    do {
      answer = TestTokens.refused(http, TestTokens.BATCH, body, new AdmissionProof.Card(secret));
      attempts++;
    } while (answer.status() == 503 && attempts < 20);
    return answer;
  }
}
