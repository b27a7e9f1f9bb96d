package org.opstap.backend.oblivious;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestOblivious;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.Field;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.ohttp.Gateway;
import org.opstap.protocol.ohttp.SealedRequest;
import org.opstap.protocol.wire.Bytes;

/** What the gateway doesn't take (OHT-13, OHT-22, OHT-26). */
@MicronautTest(transactional = false)
class RefusedHttpTest implements TestDatabase {
  private static final int BODY_LIMIT = 288 * 1024;
  private static final int MESSAGE_LIMIT = 384 * 1024;

  @Inject TestServer server;
  @Inject OpeningLimit limit;

  private TestOblivious phone;

  @BeforeEach
  void begin() {
    server.begin();
    phone = TestOblivious.of(server.http(), Kem.X25519);
  }

  @Test
  void refusesInClearWhatIsNoEncapsulation() {
    for (Bytes bytes : List.of(Bytes.utf8("short"), sealed().slice(0, 54))) {
      assertProblem("encapsulation-malformed", inClear(bytes));
    }
  }

  @Test
  void sendsWhoHasAnotherKeyForTheKeys() {
    byte[] otherKey = sealed().toByteArray();
    otherKey[0] ^= 0x40;
    byte[] otherCipher = sealed().toByteArray();
    otherCipher[6] = 2;
    byte[] changed = sealed().toByteArray();
    changed[changed.length - 1] ^= 1;

    for (byte[] bytes : List.of(otherKey, otherCipher, changed)) {
      TestHttp.Answer refused = inClear(Bytes.copyOf(bytes));

      assertProblem("ohttp-key", refused);
      assertEquals(
          "https://iana.org/assignments/http-problem-types#ohttp-key", refused.text("type"));
    }
  }

  @Test
  void takesNothingElseThanEncapsulations() {
    TestHttp.Answer refused =
        TestOblivious.inClear(
            TestOblivious.exchange(
                server
                    .http()
                    .request("/ohttp")
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(sealed().toByteArray()))));

    assertProblem("unsupported-media-type", refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 9, 20})
  void sealsItsAnswerToAMessageThatIsCutOff(int length) {
    Bytes message = request("GET", "/v1/directory/release").encode();

    assertProblem("binary-http-malformed", phone.sendMessage(message.slice(0, length)));
  }

  @Test
  void sealsItsAnswerToAMessageThatGoesOn() {
    Bytes message = request("GET", "/v1/directory/release").encode();

    assertProblem(
        "binary-http-malformed",
        phone.sendMessage(Bytes.concat(message, Bytes.copyOf(new byte[] {0, 0, 1}))));
    assertProblem(
        "binary-http-malformed", phone.sendMessage(Bytes.copyOf(new byte[MESSAGE_LIMIT + 1])));
  }

  @Test
  void takesTheLongestMessageAndNoLongerOne() {
    Bytes message = request("GET", "/v1/nowhere").encodePadded(MESSAGE_LIMIT);
    TestOblivious xWing = TestOblivious.of(server.http(), Kem.X_WING);
    assertEquals(Gateway.MAXIMUM_LENGTH, xWing.seal(message).encapsulated().length());

    assertProblem("not-found", xWing.sendMessage(message));
    assertProblem("too-large", inClear(Bytes.copyOf(new byte[Gateway.MAXIMUM_LENGTH + 1])));
  }

  /** The body of a route is no longer through the gateway than it is without it. */
  @Test
  void boundsTheBodyInsideLikeEveryOther() {
    BinaryRequest request =
        new BinaryRequest(
            "POST",
            "http",
            authority(),
            "/v1/pseudonyms",
            List.of(new Field("content-type", "application/json")),
            Bytes.utf8(" ".repeat(BODY_LIMIT + 1)),
            List.of());

    assertProblem("too-large", phone.send(request));
  }

  @Test
  void answersAnEncapsulationOnce() {
    SealedRequest sealed = phone.seal(request("GET", "/v1/directory/release").encode());
    HttpResponse<byte[]> first = phone.post(sealed.encapsulated());
    assertEquals(200, TestOblivious.open(sealed, first).status());

    HttpResponse<byte[]> second = phone.post(sealed.encapsulated());

    assertProblem("replayed", TestOblivious.open(sealed, second));
    assertEquals(200, phone.send(request("GET", "/v1/directory/release")).status());
  }

  @Test
  void waitsForNobodyWhoWaitsForItsConsent() {
    BinaryRequest request =
        new BinaryRequest(
            "POST",
            "http",
            authority(),
            "/v1/pseudonyms",
            List.of(new Field("expect", "100-continue")),
            Bytes.utf8("{}"),
            List.of());

    assertProblem("malformed-request", phone.send(request));
  }

  @Test
  void answersUnderItsOwnNameAlone() {
    for (String authority : List.of("elsewhere.example", "")) {
      assertProblem(
          "misdirected-request",
          phone.send(
              new BinaryRequest(
                  "GET",
                  "https",
                  authority,
                  "/v1/directory/release",
                  List.of(),
                  Bytes.empty(),
                  List.of())));
    }
  }

  @Test
  void letsNoPageElsewhereAskThroughIt() {
    BinaryRequest request =
        new BinaryRequest(
            "GET",
            "http",
            authority(),
            "/v1/directory/release",
            List.of(new Field("origin", "https://elsewhere.example")),
            Bytes.empty(),
            List.of());

    assertProblem("foreign-origin", phone.send(request));
  }

  @Test
  void tellsAFloodToComeLater() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> flood =
          java.util.stream.IntStream.rangeClosed(0, Limits.WAITING_ENCAPSULATIONS)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              limit.open(
                                  () -> {
                                    begun.countDown();
                                    return await(over);
                                  })))
              .toList();
      begun.await();
      while (flood.stream().noneMatch(Future::isDone)) {
        Thread.sleep(1);
      }

      HttpResponse<byte[]> refused = phone.post(sealed());
      over.countDown();

      assertProblem("unavailable", TestOblivious.inClear(refused));
      assertEquals("1", refused.headers().firstValue("Retry-After").orElse("none"));
    }
    assertEquals(200, phone.send(request("GET", "/v1/directory/release")).status());
  }

  @Test
  void answersTheSameToEverythingItCantOpen() {
    byte[] one = phone.post(changedAt(60)).body();

    assertArrayEquals(one, phone.post(changedAt(10)).body());
  }

  private Bytes changedAt(int index) {
    byte[] changed = sealed().toByteArray();
    changed[index] ^= 1;
    return Bytes.copyOf(changed);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private TestHttp.Answer inClear(Bytes encapsulated) {
    return TestOblivious.inClear(phone.post(encapsulated));
  }

  private Bytes sealed() {
    return phone.seal(request("GET", "/v1/directory/release").encode()).encapsulated();
  }

  private BinaryRequest request(String method, String path) {
    return TestOblivious.binary(
        server.http().request(path).method(method, HttpRequest.BodyPublishers.noBody()).build());
  }

  private String authority() {
    return server.http().server().getAuthority();
  }
}
