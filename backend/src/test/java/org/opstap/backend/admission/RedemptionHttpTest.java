package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.privacypass.BlindTokenRequest;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.wire.Bytes;

/** ADM-26 to ADM-28, on two nodes over one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedemptionHttpTest {
  private static final int AT_ONCE = 64;

  private EmbeddedServer hereNode;
  private EmbeddedServer thereNode;
  private TestServer here;
  private TestServer there;
  private Iterator<Token> tokens;

  @BeforeAll
  void start() {
    Map<String, String> database = TestDatabase.emptyDatabase();
    hereNode = TestNodes.start(database, "opstap.admission-attempts", "1");
    thereNode = TestNodes.start(database, "opstap.admission-attempts", "1");
    here = TestNodes.of(hereNode);
    there = TestNodes.of(thereNode);
    tokens = TestTokens.all(here.http()).iterator();
  }

  @AfterAll
  void stop() {
    hereNode.close();
    thereNode.close();
  }

  @BeforeEach
  void begin() {
    here.clock().reset();
    there.clock().reset();
  }

  @Test
  void opensAPseudonymForAToken() {
    TestHttp.Answer opened = TestTokens.spend(here.http(), tokens.next(), TestTokens.freshKey());

    assertEquals(201, opened.status(), opened.body());
  }

  @Test
  void takesATokenOfAnotherNode() {
    Token token = TestTokens.fetch(there.http(), 1).getFirst();

    assertEquals(201, TestTokens.spend(here.http(), token, TestTokens.freshKey()).status());
  }

  @Test
  void takesASolutionOfAnotherNodesPuzzle() {
    List<BlindTokenRequest> requests = TestTokens.blind(TestTokens.key(there.http()), 1);
    Bytes body = TestTokens.batch(requests);
    AdmissionProof.Work work = TestTokens.solve(TestTokens.puzzle(there.http()), body);

    Bytes answer = TestTokens.issued(here.http(), TestTokens.BATCH, body, work);

    assertEquals(answer, TestTokens.issued(there.http(), TestTokens.BATCH, body, work));
    assertEquals(
        201,
        TestTokens.spend(
                there.http(),
                TestTokens.unblind(requests, answer).getFirst(),
                TestTokens.freshKey())
            .status());
  }

  @Test
  void answersTheSameToTheSameRequest() {
    Token token = tokens.next();
    String key = TestTokens.freshKey();
    TestHttp.Answer first = TestTokens.spend(here.http(), token, key);

    TestHttp.Answer again = TestTokens.spend(there.http(), token, key);

    assertEquals(201, again.status());
    assertEquals(first.body(), again.body());
  }

  @Test
  void refusesASpentTokenToAnotherRequest() {
    Token token = tokens.next();
    TestTokens.spend(here.http(), token, TestTokens.freshKey());

    assertProblem("token-spent", TestTokens.spend(here.http(), token, TestTokens.freshKey()));
    assertProblem("token-spent", TestTokens.spend(there.http(), token, TestTokens.freshKey()));
  }

  @Test
  void letsOneOf64RequestsSpendAToken() throws Exception {
    Token token = tokens.next();
    int before = pseudonyms();

    List<TestHttp.Answer> answers =
        atOnce(
            i ->
                TestTokens.spend((i % 2 == 0 ? here : there).http(), token, TestTokens.freshKey()));

    assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> assertProblem("token-spent", answer));
    assertEquals(before + 1, pseudonyms());
  }

  @Test
  void givesOneAnswerToTheSameRequest64TimesAtOnce() throws Exception {
    Token token = tokens.next();
    String key = TestTokens.freshKey();

    List<TestHttp.Answer> answers =
        atOnce(i -> TestTokens.spend((i % 2 == 0 ? here : there).http(), token, key));

    assertEquals(1, answers.stream().map(TestHttp.Answer::body).distinct().count());
    assertEquals(201, answers.getFirst().status(), answers.getFirst().body());
  }

  @Test
  void spendsNothingWhereNoPseudonymCanBeOpened() {
    Token token = tokens.next();
    here.update("RENAME TABLE pseudonym TO pseudonym_away");
    try {
      assertEquals(500, TestTokens.spend(here.http(), token, TestTokens.freshKey()).status());
    } finally {
      here.update("RENAME TABLE pseudonym_away TO pseudonym");
    }

    assertEquals(201, TestTokens.spend(here.http(), token, TestTokens.freshKey()).status());
  }

  @Test
  void spendsNothingForAKeyThatIsNone() {
    Token token = tokens.next();
    assertProblem(
        "malformed-request",
        TestTokens.spend(here.http(), token, Bytes.copyOf(new byte[32]).toBase64Url()));

    assertEquals(201, TestTokens.spend(here.http(), token, TestTokens.freshKey()).status());
  }

  @Test
  void keepsOnlyTheNonceOfAToken() {
    Token token = tokens.next();
    TestTokens.spend(here.http(), token, TestTokens.freshKey());

    List<String> rows =
        here.query(
            "SELECT HEX(CONCAT(nonce, request_digest)) FROM spent_token WHERE nonce = X'"
                + token.nonce().toHex()
                + "'");

    assertEquals(1, rows.size());
    assertFalse(rows.getFirst().contains(token.authenticator().toHex().substring(0, 32)));
  }

  @Test
  void opensNothingAgainForATokenWhosePseudonymIsGone() {
    Token token = tokens.next();
    String key = TestTokens.freshKey();
    String pseudonym = TestTokens.spend(here.http(), token, key).text("pseudonym");
    here.update("DELETE FROM pseudonym WHERE public_key = X'" + hex(key) + "'");

    assertProblem("token-spent", TestTokens.spend(here.http(), token, key));
    assertNotEquals(pseudonym, TestTokens.spend(here.http(), tokens.next(), key).text("pseudonym"));
  }

  @Test
  void findsOutThatAKeyWasDroppedElsewhere() {
    Token token = tokens.next();
    here.update("DELETE FROM spent_token");
    here.update("DELETE FROM issuer_key");

    assertProblem("token-invalid", TestTokens.spend(here.http(), token, TestTokens.freshKey()));

    TestNodes.context(thereNode).getBean(IssuerKeyService.class).refresh();
    tokens = TestTokens.all(here.http()).iterator();
    assertEquals(201, TestTokens.spend(here.http(), tokens.next(), TestTokens.freshKey()).status());
  }

  private int pseudonyms() {
    return Integer.parseInt(here.query("SELECT COUNT(*) FROM pseudonym").getFirst());
  }

  private static String hex(String base64) {
    return Bytes.fromBase64Url(base64).toHex();
  }

  private static List<TestHttp.Answer> atOnce(java.util.function.IntFunction<TestHttp.Answer> one)
      throws Exception {
    List<Callable<TestHttp.Answer>> all = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      int number = i;
      all.add(() -> one.apply(number));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<TestHttp.Answer> answers = new ArrayList<>();
      for (Future<TestHttp.Answer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
