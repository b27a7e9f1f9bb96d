package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.privacypass.BlindTokenRequest;
import org.opstap.protocol.privacypass.IssuerPublicKey;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.privacypass.TokenResponse;
import org.opstap.protocol.wire.Bytes;

/** ADM-17 to ADM-22: tokens for work. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionHttpTest implements TestPropertyProvider {
  private static final String ATTEMPTS = "4";

  @Inject TestServer server;
  @Inject Price price;

  @Override
  public Map<String, String> getProperties() {
    Map<String, String> properties = TestDatabase.emptyDatabase();
    properties.put("opstap.admission-attempts", ATTEMPTS);
    return properties;
  }

  @BeforeEach
  void begin() {
    server.clock().reset();
  }

  @Test
  void saysWhatAPuzzleTakes() {
    TestHttp.Answer answer = server.http().post("/v1/admission/challenges", "");

    assertEquals(200, answer.status(), answer.body());
    assertEquals(61, Bytes.fromBase64Url(answer.text("challenge")).length());
    assertTrue(answer.json().get("attempts").intValue() >= 4, answer.body());
    assertEquals(4_096, answer.json().get("memoryKib").intValue());
    assertEquals(1, answer.json().get("passes").intValue());
    assertEquals(300, answer.json().get("expiresInSeconds").intValue());
    assertEquals(5, answer.json().size());
  }

  @Test
  void takesNoBodyAndAnEmptyObject() {
    assertEquals(200, server.http().post("/v1/admission/challenges", "{}").status());
    assertEquals(
        200,
        TestHttp.send(
                server
                    .http()
                    .request("/v1/admission/challenges")
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
            .status());
  }

  @Test
  void givesTenTokensForASolvedPuzzle() {
    List<Token> tokens = TestTokens.fetch(server.http(), 10);

    IssuerPublicKey key = TestTokens.key(server.http());
    assertTrue(tokens.stream().allMatch(key::verifies));
    assertEquals(10, tokens.stream().map(Token::nonce).distinct().count());
  }

  @Test
  void givesOneTokenForASingleRequest() {
    BlindTokenRequest request = TestTokens.blind(TestTokens.key(server.http()), 1).getFirst();
    Bytes body = request.request().toBytes();

    Bytes answer =
        TestTokens.issued(
            server.http(),
            TestTokens.SINGLE,
            body,
            TestTokens.solve(TestTokens.puzzle(server.http()), body));

    assertTrue(request.finalizeToken(TokenResponse.parse(answer)).isPresent());
  }

  @Test
  void wantsAnotherSolutionWhenThePriceHasRisenFarAboveThePuzzles() {
    Bytes body = freshBatch();
    Bytes other = freshBatch();
    Puzzle puzzle = TestTokens.puzzle(server.http());
    AdmissionProof.Work work = TestTokens.solve(puzzle, body);
    Bytes first = TestTokens.issued(server.http(), TestTokens.BATCH, body, work);

    price.issued(10_000);

    assertProblem("admission-challenge-expired", refused(other, TestTokens.solve(puzzle, other)));
    assertEquals(first, TestTokens.issued(server.http(), TestTokens.BATCH, body, work));
    server.clock().move(Duration.ofMinutes(1));
    Bytes unused =
        TestTokens.issued(server.http(), TestTokens.BATCH, other, TestTokens.solve(puzzle, other));
  }

  @Test
  void givesTheSameSignaturesForTheSameSolution() {
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    Bytes first = TestTokens.issued(server.http(), TestTokens.BATCH, body, work);

    Bytes again = TestTokens.issued(server.http(), TestTokens.BATCH, body, work);

    assertEquals(first, again);
  }

  @Test
  void givesTheSameSignaturesForAnotherSolution() {
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    AdmissionProof.Work other = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    Bytes first = TestTokens.issued(server.http(), TestTokens.BATCH, body, work);

    Bytes again = TestTokens.issued(server.http(), TestTokens.BATCH, body, other);

    assertNotEquals(work.challenge(), other.challenge());
    assertEquals(first, again);
  }

  @Test
  void refusesWhoHasNothingToShow() {
    TestHttp.Answer refused =
        TestHttp.send(TestTokens.request(server.http(), TestTokens.BATCH, freshBatch()));

    assertProblem("admission-missing", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "challenge=:AAAA:", "card=:AAAA:", "solution=1, challenge=2"})
  void refusesAProofOfAnotherForm(String field) {
    TestHttp.Answer refused =
        TestHttp.send(
            TestTokens.request(server.http(), TestTokens.BATCH, freshBatch())
                .header(AdmissionProof.FIELD, field));

    assertProblem("admission-challenge-invalid", refused);
  }

  @Test
  void refusesEveryTamperedChallenge() {
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    byte[] challenge = work.challenge().toByteArray();
    for (int i = 0; i < challenge.length; i++) {
      byte[] tampered = challenge.clone();
      tampered[i] ^= 1;

      assertProblem(
          "admission-challenge-invalid",
          refused(body, new AdmissionProof.Work(Bytes.copyOf(tampered), work.solution())));
    }
    assertProblem(
        "admission-challenge-invalid",
        refused(
            body,
            new AdmissionProof.Work(
                work.challenge().slice(0, challenge.length - 1), work.solution())));
  }

  @Test
  void refusesASolutionThatIsLate() {
    server.clock().stopAt(Instant.now());
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    server.clock().move(Duration.ofSeconds(301));

    assertProblem("admission-challenge-expired", refused(body, work));
  }

  @Test
  void takesASolutionUntilItsLastSecond() {
    server.clock().stopAt(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    server.clock().move(Duration.ofSeconds(299));

    assertEquals(200, refused(body, work).status());
  }

  @Test
  void refusesWhatIsNoSolution() {
    Bytes body = freshBatch();
    Puzzle puzzle = TestTokens.puzzle(server.http());

    assertProblem(
        "admission-work-invalid",
        refused(body, new AdmissionProof.Work(puzzle.challenge(), noSolution(puzzle, body))));
  }

  @Test
  void refusesASolutionOfAnotherLength() {
    Bytes body = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(server.http()), body);

    assertProblem(
        "admission-work-invalid",
        refused(
            body,
            new AdmissionProof.Work(
                work.challenge(), Bytes.concat(work.solution(), Bytes.fromHex("00")))));
  }

  @Test
  void refusesASolutionForOtherTokens() {
    Puzzle puzzle = TestTokens.puzzle(server.http());
    Bytes body = freshBatch();
    Bytes other = freshBatch();
    AdmissionProof.Work work = TestTokens.solve(puzzle, body);
    while (puzzle.accepts(other, work.solution())) {
      other = freshBatch();
    }

    assertProblem("admission-work-invalid", refused(other, work));
  }

  private Bytes freshBatch() {
    return TestTokens.batch(TestTokens.blind(TestTokens.key(server.http()), 2));
  }

  private TestHttp.Answer refused(Bytes body, AdmissionProof.Work work) {
    return TestTokens.refused(server.http(), TestTokens.BATCH, body, work);
  }

  private static Bytes noSolution(Puzzle puzzle, Bytes body) {
    Bytes candidate = Bytes.fromHex("0000000000000000");
    for (int i = 1; puzzle.accepts(body, candidate); i++) {
      candidate = Bytes.fromHex("%016x".formatted(i));
    }
    return candidate;
  }
}
