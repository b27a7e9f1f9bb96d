package org.opstap.backend.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestCards;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.privacypass.BlindTokenRequest;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.wire.Bytes;

/** ADM-30 and ADM-32 to ADM-34, on two nodes over one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardUseHttpTest {
  private static final int AT_ONCE = 64;

  private EmbeddedServer hereNode;
  private EmbeddedServer thereNode;
  private TestServer here;
  private TestServer there;
  private TestSeat worker;
  private CardSecret card;

  @BeforeAll
  void start() {
    Map<String, String> database = TestDatabase.emptyDatabase();
    hereNode = TestNodes.start(database);
    thereNode = TestNodes.start(database);
    here = TestNodes.of(hereNode);
    there = TestNodes.of(thereNode);
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
    worker = here.workerWithoutPackages().seat();
    card = TestCards.secret();
  }

  @Test
  void givesTokensThatOpenAPseudonym() {
    TestCards.add(worker, card, 1);
    List<BlindTokenRequest> requests = TestTokens.blind(TestTokens.key(here.http()), 10);

    Bytes answer = issued(here, TestTokens.batch(requests));

    List<Token> tokens = TestTokens.unblind(requests, answer);
    assertEquals(10, tokens.size());
    assertEquals(
        201, TestTokens.spend(there.http(), tokens.getFirst(), TestTokens.freshKey()).status());
  }

  @Test
  void saysWhoseCardItIsAndCountsNothing() {
    TestCards.add(worker, card, 1);

    for (int i = 0; i < 3; i++) {
      TestHttp.Answer answer = TestCards.programme(there.http(), card);
      assertEquals("{\"programme\":\"" + here.programme(0).toText() + "\"}", answer.body());
    }
    assertEquals("0", uses());
    assertEquals(200, TestCards.use(here.http(), card).status());
  }

  @Test
  void answersTheSameToTheSameRequestAndCountsItOnce() {
    TestCards.add(worker, card, 1);
    Bytes body = TestCards.freshBatch(here.http());
    Bytes first = issued(here, body);

    assertEquals(first, issued(here, body));
    assertEquals(first, issued(there, body));
    assertEquals("1", uses());
    assertProblem("card-used-up", TestCards.use(there.http(), card));
  }

  /** Who copied a card could ask until somebody used it. */
  @Test
  void tellsWhoLooksNotWhetherACardWasUsed() {
    TestCards.add(worker, card, 1);
    TestHttp.Answer before = TestCards.programme(here.http(), card);

    issued(here, TestCards.freshBatch(here.http()));

    TestHttp.Answer after = TestCards.programme(there.http(), card);
    assertEquals(before.status(), after.status());
    assertEquals(before.body(), after.body());
  }

  @Test
  void answersWhatWasPaidForAlsoWhenTheCardWasWithdrawnSince() {
    String id = TestCards.add(worker, card, 2);
    Bytes body = TestCards.freshBatch(here.http());
    Bytes first = issued(here, body);

    TestCards.withdraw(worker, id);

    assertEquals(first, issued(there, body));
    assertProblem("card-invalid", TestCards.use(here.http(), card));
    assertEquals("1", uses());
  }

  @Test
  void answersWhatWasPaidForAlsoWhenTheLastDayIsOver() {
    LocalDate day = LocalDate.of(2026, 11, 25);
    Instant midnight = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    here.clock().stopAt(midnight.minusSeconds(10));
    TestSeat then = here.workerWithoutPackages().seat();
    TestCards.post(then, TestCards.content(card, 2, day));
    Bytes body = TestCards.freshBatch(here.http());
    Bytes first = issued(here, body);

    here.clock().stopAt(midnight.plusSeconds(5));

    assertEquals(first, issued(here, body));
    assertProblem("card-invalid", TestCards.use(here.http(), card));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50})
  void letsAsManyOf64RequestsWinAsACardHasUses(int count) throws Exception {
    TestCards.add(worker, card, count);
    List<Bytes> bodies = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      bodies.add(TestCards.freshBatch(here.http()));
    }

    List<TestHttp.Answer> answers =
        atOnce(i -> TestCards.use((i % 2 == 0 ? here : there).http(), card, bodies.get(i)));

    assertEquals(count, answers.stream().filter(answer -> answer.status() == 200).count());
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> assertProblem("card-used-up", answer));
    assertEquals(Integer.toString(count), uses());
  }

  @Test
  void givesOneAnswerToTheSameRequest64TimesAtOnce() throws Exception {
    TestCards.add(worker, card, 2);
    Bytes body = TestCards.freshBatch(here.http());

    List<TestHttp.Answer> answers =
        atOnce(i -> TestCards.use((i % 2 == 0 ? here : there).http(), card, body));

    assertTrue(answers.stream().allMatch(answer -> answer.status() == 200));
    assertEquals(1, answers.stream().map(TestHttp.Answer::body).distinct().count());
    assertEquals("1", uses());
  }

  @Test
  void tellsUnknownWithdrawnAndExpiredCardsNotApart() {
    CardSecret expired = TestCards.secret();
    TestCards.post(worker, TestCards.content(expired, 1, LocalDate.now(ZoneOffset.UTC)));
    String id = TestCards.add(worker, card, 1);
    TestCards.withdraw(worker, id);
    here.clock().move(java.time.Duration.ofDays(1));

    for (CardSecret bad : List.of(TestCards.secret(), card, expired)) {
      assertProblem("card-invalid", TestCards.programme(here.http(), bad));
      assertProblem("card-invalid", TestCards.use(here.http(), bad));
    }
  }

  @Test
  void takesACardUntilTheEndOfItsLastDay() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    TestCards.post(worker, TestCards.content(card, 2, today));
    here.clock().stopAt(today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1));
    assertEquals(200, TestCards.programme(here.http(), card).status());
    here.clock().stopAt(today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));

    assertProblem("card-invalid", TestCards.programme(here.http(), card));
  }

  @Test
  void countsNothingForWhatCanNotBeSigned() {
    TestCards.add(worker, card, 1);
    int id = TestTokens.key(here.http()).truncatedTokenKeyId();
    Bytes tooLarge = new TokenRequest(id, Bytes.fromHex("ff".repeat(256))).toBytes();
    byte[] ofNoKey = TestCards.freshBatch(here.http()).toByteArray();
    ofNoKey[4] ^= 1;

    assertProblem("token-request-malformed", refused(TestTokens.SINGLE, tooLarge));
    assertProblem("token-request-malformed", refused(TestTokens.BATCH, Bytes.fromHex("00")));
    assertEquals(422, refused(TestTokens.BATCH, Bytes.copyOf(ofNoKey)).status());

    assertEquals("0", uses());
    assertEquals(200, TestCards.use(here.http(), card).status());
  }

  @Test
  void countsNothingWhereItCanNotBeStored() {
    TestCards.add(worker, card, 1);
    here.update("RENAME TABLE card_use TO card_use_away");
    try {
      assertEquals(500, TestCards.use(here.http(), card).status());
    } finally {
      here.update("RENAME TABLE card_use_away TO card_use");
    }

    assertEquals("0", uses());
    assertEquals(200, TestCards.use(here.http(), card).status());
  }

  @Test
  void refusesAFieldThatIsNoCard() {
    assertProblem("card-invalid", TestCards.programme(here.http(), "card=:AA==:"));
    assertProblem("card-invalid", TestCards.programme(here.http(), "card"));
    Bytes body = TestCards.freshBatch(here.http());
    assertProblem(
        "card-invalid",
        TestCards.programme(
            here.http(), TestTokens.solve(TestTokens.puzzle(here.http()), body).toFieldValue()));
    assertProblem("admission-missing", here.http().post("/v1/admission/card-programmes", ""));
  }

  @Test
  void storesOfAUseItsCardAndTheDigestOfTheRequest() {
    TestCards.add(worker, card, 1);
    Bytes body = TestCards.freshBatch(here.http());
    issued(here, body);

    assertEquals(
        List.of(body.sha256().toHex()),
        here.query(
            "SELECT LOWER(HEX(request_digest)) FROM card_use JOIN card USING (card_id)"
                + " WHERE digest = X'"
                + card.digest().toHex()
                + "'"));
    assertEquals(
        List.of("card_id", "request_digest"),
        here.query(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                + " AND table_name = 'card_use' ORDER BY column_name"));
  }

  private Bytes issued(TestServer node, Bytes body) {
    return TestTokens.issued(node.http(), TestTokens.BATCH, body, new AdmissionProof.Card(card));
  }

  private TestHttp.Answer refused(String contentType, Bytes body) {
    return TestTokens.refused(here.http(), contentType, body, new AdmissionProof.Card(card));
  }

  private String uses() {
    return here.query(
            "SELECT COUNT(*) FROM card_use JOIN card USING (card_id) WHERE digest = X'"
                + card.digest().toHex()
                + "'")
        .getFirst();
  }

  private static List<TestHttp.Answer> atOnce(IntFunction<TestHttp.Answer> one) throws Exception {
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
