package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.wire.Bytes;

/** ADM-37 to ADM-40, on two nodes over one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PriceHttpTest {
  private static final int AT_ONCE = 16;

  private EmbeddedServer hereNode;
  private EmbeddedServer thereNode;
  private TestServer here;
  private TestServer there;
  private Iterator<Token> tokens;
  private ProgrammeId programme;

  @BeforeAll
  void start() {
    Map<String, String> database = TestDatabase.emptyDatabase();
    hereNode = TestNodes.start(database);
    thereNode = TestNodes.start(database);
    here = TestNodes.of(hereNode);
    there = TestNodes.of(thereNode);
    tokens = TestTokens.all(here.http()).iterator();
    programme = here.programme(0);
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
  void opensAConversationForAsManyTokensAsTheProgrammeTakes() {
    here.price(programme, 3, false);

    assertEquals(201, open(here.seeker(), next(2)).status());
  }

  @Test
  void saysWhatAConversationCosts() {
    here.price(programme, 3, false);
    Map<String, ?> members = Map.of("tokensPerConversation", 3, "cardsOnly", false);

    assertProblem("conversation-costs-more", members, open(here.seeker(), List.of()));
    assertProblem("conversation-costs-more", members, open(there.seeker(), next(1)));
    Token twice = tokens.next();
    assertProblem("conversation-costs-more", members, open(here.seeker(), List.of(twice, twice)));
    TestSeat withoutMember = here.seeker();
    assertProblem(
        "conversation-costs-more",
        members,
        withoutMember.post("/v1/conversations", Map.of("programme", programme.toText())));
  }

  @Test
  void takesNothingFurtherWhereAProgrammeSaysNothing() {
    here.price(programme, 10, true);
    here.clock().move(Duration.ofDays(30));

    TestHttp.Answer opened = open(here.seeker(), List.of());

    assertEquals(201, opened.status(), opened.body());
  }

  @Test
  void spendsNoMoreThanTheProgrammeTakes() {
    here.price(programme, 2, false);
    List<Token> three = next(3);

    assertEquals(201, open(here.seeker(), three).status());

    assertProblem("token-spent", open(here.seeker(), three.subList(0, 1)));
    assertEquals(201, open(here.seeker(), three.subList(1, 2)).status());
    assertEquals(201, open(here.seeker(), three.subList(2, 3)).status());
  }

  @Test
  void answersTheSameToTheSameRequestAndSpendsNothingMore() {
    here.price(programme, 3, false);
    TestSeat seeker = here.seeker();
    List<Token> two = next(2);
    TestHttp.Answer opened = open(seeker, two);

    assertEquals(opened.body(), open(seeker, two).body());
    assertEquals(opened.body(), open(seeker.at(there.http()), List.of()).body());
    here.price(programme, 10, true);
    List<Token> others = next(2);
    assertEquals(opened.body(), open(seeker, others).body());

    here.price(programme, 3, false);
    assertEquals(201, open(here.seeker(), others).status());
  }

  @Test
  void refusesASpentToken() {
    here.price(programme, 3, false);
    Token spent = tokens.next();
    TestTokens.spend(here.http(), spent, TestTokens.freshKey());
    Token good = tokens.next();
    TestSeat seeker = here.seeker();

    assertProblem("token-spent", open(seeker, List.of(good, spent)));

    assertEquals(List.of(), conversationsOf(seeker));
    assertEquals(201, open(seeker, List.of(good, tokens.next())).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 34, 66, 98, 353})
  void refusesATamperedToken(int at) {
    here.price(programme, 2, false);
    byte[] tampered = tokens.next().toBytes().toByteArray();
    tampered[at] ^= 1;
    TestSeat seeker = here.seeker();

    assertProblem("token-invalid", post(seeker, List.of(Bytes.copyOf(tampered).toBase64Url())));
    assertProblem("token-invalid", post(seeker, List.of("")));
    assertEquals(List.of(), conversationsOf(seeker));
  }

  @Test
  void refusesMoreThanNineTokens() {
    here.price(programme, 10, false);
    assertEquals(201, open(here.seeker(), next(9)).status());
    List<Token> ten = next(10);

    assertProblem("malformed-request", open(here.seeker(), ten));
    assertProblem("malformed-request", post(here.seeker(), List.of("no token")));
  }

  @Test
  void letsOneOfManyPseudonymsSpendATokenAndSpendsNothingOfTheOthers() throws Exception {
    here.price(programme, 3, false);
    Token wanted = tokens.next();
    List<Token> own = next(AT_ONCE);
    List<TestSeat> seekers = IntStream.range(0, AT_ONCE).mapToObj(i -> here.seeker()).toList();

    List<TestHttp.Answer> answers =
        atOnce(
            i -> {
              TestSeat seeker = i % 2 == 0 ? seekers.get(i) : seekers.get(i).at(there.http());
              return open(seeker, List.of(own.get(i), wanted));
            });

    List<Integer> losers =
        IntStream.range(0, AT_ONCE).filter(i -> answers.get(i).status() != 201).boxed().toList();
    assertEquals(AT_ONCE - 1, losers.size());
    for (int loser : losers) {
      assertProblem("token-spent", answers.get(loser));
      assertEquals(List.of(), conversationsOf(seekers.get(loser)));
    }
    TestSeat again = seekers.get(losers.getFirst());
    assertEquals(
        201, open(again, List.of(own.get(losers.getFirst()), own.get(losers.getLast()))).status());
  }

  @Test
  void givesOneConversationToThePseudonymThatAsksOftenAtOnce() throws Exception {
    here.price(programme, 2, false);
    TestSeat seeker = here.seeker();
    List<Token> own = next(AT_ONCE);
    int before = spent();

    List<TestHttp.Answer> answers =
        atOnce(i -> open(i % 2 == 0 ? seeker : seeker.at(there.http()), List.of(own.get(i))));

    assertEquals(1, answers.stream().map(TestHttp.Answer::body).distinct().count());
    assertEquals(201, answers.getFirst().status(), answers.getFirst().body());
    assertEquals(before + 1, spent());
  }

  @Test
  void opensAConversationForAUseOfACard() {
    CardSecret card = card(2);
    here.price(programme, 5, true);
    TestSeat seeker = here.seeker();

    TestHttp.Answer opened = open(seeker, card);

    assertEquals(201, opened.status(), opened.body());
    assertEquals("1", uses(card));
    assertEquals(opened.body(), open(seeker.at(there.http()), card).body());
    assertEquals("1", uses(card));
    assertEquals(201, open(there.seeker(), card).status());
    assertProblem("card-used-up", open(here.seeker(), card));
  }

  @Test
  void saysThatItTakesCardsOnly() {
    here.price(programme, 2, true);
    Map<String, ?> members = Map.of("tokensPerConversation", 2, "cardsOnly", true);

    assertProblem("conversation-costs-more", members, open(here.seeker(), List.of()));
    assertProblem("conversation-costs-more", members, open(here.seeker(), next(9)));
  }

  @Test
  void takesNoCardOfAnotherProgrammeAndNoneThatIsNone() {
    TestSeat stranger = here.worker(here.programme(1)).seat();
    CardSecret foreign = TestCards.secret();
    TestCards.add(stranger, foreign, 1);
    here.price(programme, 1, true);
    TestSeat seeker = here.seeker();

    assertProblem("card-invalid", open(seeker, foreign));
    assertProblem("card-invalid", open(seeker, TestCards.secret()));
    assertProblem("card-invalid", open(seeker, "card=:AA==:"));
    assertEquals("0", uses(foreign));
    assertEquals(List.of(), conversationsOf(seeker));
  }

  @Test
  void countsNoUseOfACardWhereTokensAreTaken() {
    CardSecret card = card(1);
    here.price(programme, 1, false);

    assertEquals(201, open(here.seeker(), card).status());

    assertEquals("0", uses(card));
  }

  @Test
  void letsAsManyPseudonymsInAsACardHasUses() throws Exception {
    CardSecret card = card(5);
    here.price(programme, 1, true);
    List<TestSeat> seekers = IntStream.range(0, AT_ONCE).mapToObj(i -> here.seeker()).toList();

    List<TestHttp.Answer> answers =
        atOnce(i -> open(i % 2 == 0 ? seekers.get(i) : seekers.get(i).at(there.http()), card));

    assertEquals(5, answers.stream().filter(answer -> answer.status() == 201).count());
    assertEquals("5", uses(card));
  }

  @Test
  void countsNothingWhereNoConversationCanBeStored() {
    CardSecret card = card(1);
    here.price(programme, 1, true);
    TestSeat seeker = here.seeker();
    here.update("RENAME TABLE seat TO seat_away");
    try {
      assertEquals(500, open(seeker, card).status());
    } finally {
      here.update("RENAME TABLE seat_away TO seat");
    }
    assertEquals("0", uses(card));
    assertEquals(201, open(seeker, card).status());
  }

  /** Nobody who has a copy of the database finds out by trying. */
  @Test
  void storesNothingThatTellsWhichConversationACardOpened() {
    CardSecret card = card(1);
    here.price(programme, 1, true);
    TestSeat seeker = here.seeker();
    open(seeker, card);

    Bytes asked = Bytes.concat(PseudonymId.parse(seeker.holder()).toBytes(), programme.toBytes());
    String stored =
        here.query(
                "SELECT LOWER(HEX(request_digest)) FROM card_use JOIN card USING (card_id)"
                    + " WHERE digest = X'"
                    + card.digest().toHex()
                    + "'")
            .getFirst();

    assertFalse(stored.equals(asked.sha256().toHex()));
    assertEquals(64, stored.length());
  }

  private CardSecret card(int uses) {
    CardSecret card = TestCards.secret();
    TestCards.add(here.worker(programme).seat(), card, uses);
    return card;
  }

  private List<Token> next(int count) {
    List<Token> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(tokens.next());
    }
    return some;
  }

  private TestHttp.Answer open(TestSeat seeker, List<Token> further) {
    return post(seeker, further.stream().map(token -> token.toBytes().toBase64Url()).toList());
  }

  private TestHttp.Answer post(TestSeat seeker, List<String> further) {
    return seeker.post(
        "/v1/conversations", Map.of("programme", programme.toText(), "tokens", further));
  }

  private TestHttp.Answer open(TestSeat seeker, CardSecret card) {
    return open(seeker, new AdmissionProof.Card(card).toFieldValue());
  }

  /** Asks again while the server says that it can't answer in time. */
  private TestHttp.Answer open(TestSeat seeker, String field) {
    TestHttp.Answer answer;
    int attempts = 0;
    do {
      HttpRequest.Builder request =
          seeker
              .signed(
                  "POST",
                  "/v1/conversations",
                  Map.of("programme", programme.toText()),
                  new HashMap<>())
              .header(AdmissionProof.FIELD, field);
      answer = TestHttp.send(request);
      attempts++;
    } while (answer.status() == 503 && attempts < 20);
    return answer;
  }

  private static List<String> conversationsOf(TestSeat seeker) {
    return seeker
        .get("/v1/conversations")
        .json()
        .get("conversations")
        .valueStream()
        .map(found -> found.get("conversation").asText())
        .toList();
  }

  private int spent() {
    return Integer.parseInt(here.query("SELECT COUNT(*) FROM spent_token").getFirst());
  }

  private String uses(CardSecret card) {
    return here.query(
            "SELECT COUNT(*) FROM card_use JOIN card USING (card_id) WHERE digest = X'"
                + card.digest().toHex()
                + "'")
        .getFirst();
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
