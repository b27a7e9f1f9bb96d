package org.opstap.backend.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestCards;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.admission.CardSecret;

/** ADM-31 and ADM-35: what a programme's workers make, see and take back. */
@MicronautTest(transactional = false)
class CardHttpTest implements TestDatabase {
  /** A Saturday. */
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final LocalDate LATER = LocalDate.of(2027, 1, 31);

  @Inject TestServer server;

  private TestSeat worker;

  @BeforeEach
  void begin() {
    server.begin();
    server.update("DELETE FROM card");
    server.update("DELETE FROM card_week");
    server.clock().stopAt(NOW);
    worker = server.workerWithoutPackages().seat();
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void makesCardsInTheOrderOfTheRequest() {
    CardSecret first = TestCards.secret();
    CardSecret second = TestCards.secret();

    TestHttp.Answer added =
        TestCards.post(
            worker, TestCards.content(first, 3, LATER), TestCards.content(second, 1, LATER));

    assertEquals(201, added.status(), added.body());
    assertEquals(1, added.json().size());
    JsonNode ids = added.json().get("cards");
    assertEquals(2, ids.size());
    assertEquals("3", uses(ids.get(0)));
    assertEquals("1", uses(ids.get(1)));
  }

  @Test
  void showsWhatItKeepsOfACardAndNothingElse() {
    String id =
        TestCards.post(worker, TestCards.content(TestCards.secret(), 3, LATER))
            .json()
            .get("cards")
            .get(0)
            .textValue();

    TestHttp.Answer list = worker.get("/v1/cards");

    assertEquals(
        "{\"cards\":[{\"card\":\""
            + id
            + "\",\"uses\":3,\"validUntil\":\"2027-01-31\",\"label\":\""
            + TestCards.LABEL.toBase64Url()
            + "\",\"withdrawn\":false}],\"usedByWeek\":[]}",
        list.body());
  }

  @Test
  void givesTheSameCardsToTheSameRequest() {
    CardSecret secret = TestCards.secret();
    TestHttp.Answer first = TestCards.post(worker, TestCards.content(secret, 3, LATER));

    TestHttp.Answer again =
        TestCards.post(server.workerWithoutPackages().seat(), TestCards.content(secret, 3, LATER));

    assertEquals(201, again.status());
    assertEquals(first.body(), again.body());
    assertEquals(1, TestCards.ids(worker).size());
  }

  @Test
  void makesNoOtherCardOfTheSameDigest() {
    CardSecret secret = TestCards.secret();
    TestCards.post(worker, TestCards.content(secret, 3, LATER));

    assertProblem("card-exists", TestCards.post(worker, TestCards.content(secret, 4, LATER)));
    assertProblem(
        "card-exists", TestCards.post(worker, TestCards.content(secret, 3, LATER.plusDays(1))));
    TestSeat stranger = server.worker(server.programme(1)).seat();
    assertProblem("card-exists", TestCards.post(stranger, TestCards.content(secret, 3, LATER)));
  }

  @Test
  void makesNoCardOfABatchInWhichOneIsAnothers() {
    CardSecret known = TestCards.secret();
    TestCards.post(worker, TestCards.content(known, 3, LATER));

    assertProblem(
        "card-exists",
        TestCards.post(
            worker,
            TestCards.content(TestCards.secret(), 1, LATER),
            TestCards.content(known, 1, LATER)));

    assertEquals(1, TestCards.ids(worker).size());
  }

  @Test
  void takesACardAtItsLimits() {
    TestHttp.Answer added =
        TestCards.post(
            worker,
            TestCards.content(TestCards.secret(), 50, LocalDate.of(2026, 11, 21)),
            TestCards.content(TestCards.secret(), 1, LocalDate.of(2026, 11, 21).plusDays(400)),
            with("label", "A".repeat(682) + "A"),
            with("label", ""));

    assertEquals(201, added.status(), added.body());
  }

  @ParameterizedTest
  @CsvSource({
    "uses, 0",
    "uses, 51",
    "uses, -1",
    "uses, 4294967297",
    "validUntil, 2026-11-20",
    "validUntil, 2027-12-27",
    "validUntil, 2026-02-30",
    "validUntil, 20261130",
    "validUntil, 2026-11-30T00:00:00Z",
    "validUntil, ''",
    "digest, ''",
    "digest, AAAA",
    "digest, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "digest, JL6HPNqk5I-x02x46WRFbW12Q-I2nGGGwRtDKsKGNCF",
  })
  void takesNoCardOutsideItsLimits(String member, String value) {
    Object spoilt = member.equals("uses") ? (Object) Long.parseLong(value) : value;

    assertProblem("malformed-request", TestCards.post(worker, with(member, spoilt)));
    assertEquals(List.of(), TestCards.ids(worker));
  }

  @ParameterizedTest
  @ValueSource(strings = {"digest", "uses", "validUntil", "label"})
  void takesNoCardWithoutOneOfItsMembers(String member) {
    Map<String, Object> card = new HashMap<>(TestCards.content(TestCards.secret(), 1, LATER));
    card.remove(member);

    assertProblem("malformed-request", TestCards.post(worker, card));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uses", "validUntil"})
  void takesNoMemberOfAnotherType(String member) {
    assertProblem(
        "malformed-request",
        TestCards.post(worker, with(member, member.equals("uses") ? "1" : (Object) 20_788)));
  }

  @Test
  void takesNoLabelOf513Bytes() {
    assertProblem("malformed-request", TestCards.post(worker, with("label", "A".repeat(684))));
  }

  @Test
  void takesFiftyCardsAtOnceAndNoMore() {
    assertEquals(201, worker.post("/v1/cards", Map.of("cards", cards(50))).status());
    assertProblem("malformed-request", worker.post("/v1/cards", Map.of("cards", cards(51))));
    assertProblem("malformed-request", worker.post("/v1/cards", Map.of("cards", List.of())));
    assertEquals(50, TestCards.ids(worker).size());
  }

  @Test
  void keepsSoManyCardsOfAProgrammeAndNoMore() {
    List<Map<String, Object>> last = cards(50);
    for (int i = 50; i < Limits.CARDS_A_PROGRAMME; i += 50) {
      assertEquals(201, worker.post("/v1/cards", Map.of("cards", cards(50))).status());
    }
    assertEquals(201, worker.post("/v1/cards", Map.of("cards", last)).status());

    assertProblem("cards-full", worker.post("/v1/cards", Map.of("cards", cards(1))));

    assertEquals(201, worker.post("/v1/cards", Map.of("cards", last)).status());
    assertEquals(Limits.CARDS_A_PROGRAMME, TestCards.ids(worker).size());
    TestSeat stranger = server.worker(server.programme(1)).seat();
    assertEquals(201, stranger.post("/v1/cards", Map.of("cards", cards(1))).status());
  }

  @Test
  void countsUsesByWeekAndNothingFiner() {
    CardSecret secret = TestCards.secret();
    TestCards.post(worker, TestCards.content(secret, 30, LATER));
    use(secret, 5, "2026-11-16T00:00:00Z");
    use(secret, 1, "2026-11-22T23:59:59Z");
    use(secret, 5, "2026-11-23T00:00:00Z");
    use(secret, 3, "2026-12-31T12:00:00Z");
    use(secret, 4, "2027-01-03T23:59:59Z");
    use(secret, 6, "2027-01-04T00:00:00Z");

    assertEquals(
        "[{\"week\":\"2026-W47\",\"count\":6},{\"week\":\"2026-W48\",\"count\":5},"
            + "{\"week\":\"2026-W53\",\"count\":7},{\"week\":\"2027-W01\",\"count\":6}]",
        weeksSeenAt("2027-01-11T00:00:00Z"));
    assertEquals(
        List.of("2026-11-16 6", "2026-11-23 5", "2026-12-28 7", "2027-01-04 6"),
        server.query("SELECT CONCAT(week, ' ', uses) FROM card_week ORDER BY week"));
  }

  /** Who looks on while a count rises sees who comes. */
  @Test
  void showsNoUsesOfAWeekBeforeItIsOver() {
    CardSecret secret = TestCards.secret();
    TestCards.post(worker, TestCards.content(secret, 9, LATER));
    use(secret, 9, "2026-11-22T12:00:00Z");

    assertEquals("[]", weeksSeenAt("2026-11-22T23:59:59Z"));
    assertEquals("[{\"week\":\"2026-W47\",\"count\":9}]", weeksSeenAt("2026-11-23T00:00:00Z"));
  }

  /** Few uses are few people. */
  @Test
  void showsNoWeekWithFewerThanFiveUses() {
    CardSecret secret = TestCards.secret();
    TestCards.post(worker, TestCards.content(secret, 9, LATER));
    use(secret, 4, "2026-11-16T12:00:00Z");

    assertEquals("[]", weeksSeenAt("2026-11-24T12:00:00Z"));
  }

  /** Else a count that falls would tell how often the card was used that is gone. */
  @Test
  void keepsTheCountsOfACardThatIsForgotten() {
    CardSecret secret = TestCards.secret();
    TestCards.post(worker, TestCards.content(secret, 9, LATER));
    use(secret, 5, "2026-11-16T12:00:00Z");
    String before = weeksSeenAt("2026-11-24T12:00:00Z");

    server.update("DELETE FROM card");

    assertEquals(before, weeksSeenAt("2026-11-24T12:00:00Z"));
  }

  /** A card may have been given to one person alone. */
  @Test
  void tellsNotWhichOfItsCardsWereUsed() {
    CardSecret secret = TestCards.secret();
    String used = TestCards.add(worker, secret, 5);
    String unused = TestCards.add(worker, TestCards.secret(), 5);
    use(secret, 5, "2026-11-10T12:00:00Z");

    JsonNode list = own();

    List<String> shown = new ArrayList<>();
    list.get("cards")
        .forEach(card -> shown.add(card.toString().replace(card.get("card").textValue(), "")));
    assertEquals(Set.of(used, unused), Set.copyOf(TestCards.ids(worker)));
    assertEquals(shown.get(0), shown.get(1));
    assertEquals(5, list.get("usedByWeek").get(0).get("count").intValue());
  }

  @Test
  void hidesCardsFromOtherProgrammes() {
    CardSecret secret = TestCards.secret();
    String id = TestCards.add(worker, secret, 1);
    TestSeat stranger = server.worker(server.programme(1)).seat();

    assertEquals(List.of(), TestCards.ids(stranger));
    TestHttp.Answer foreign = TestCards.withdraw(stranger, id);
    assertProblem("not-found", foreign);
    TestHttp.Answer unknown = TestCards.withdraw(stranger, "crd_7ZZZZZZZZZZZZZZZZZZZZZZZZZ*");
    assertEquals(unknown.body(), foreign.body());
    assertEquals(200, TestCards.use(server.http(), secret).status());
  }

  @Test
  void showsColleaguesTheSameCards() {
    String id = TestCards.add(worker, TestCards.secret(), 1);
    TestSeat colleague = server.workerWithoutPackages().seat();

    assertEquals(List.of(id), TestCards.ids(colleague));
    assertEquals(204, TestCards.withdraw(colleague, id).status());
  }

  @Test
  void keepsTheCountsOfAWithdrawnCard() {
    CardSecret secret = TestCards.secret();
    String id = TestCards.add(worker, secret, 5);
    use(secret, 5, "2026-11-10T12:00:00Z");
    server.clock().stopAt(NOW);

    assertEquals(204, TestCards.withdraw(worker, id).status());
    assertEquals(204, TestCards.withdraw(worker, id).status());

    JsonNode list = own();
    assertTrue(list.get("cards").get(0).get("withdrawn").booleanValue());
    assertEquals(5, list.get("usedByWeek").get(0).get("count").intValue());
  }

  @Test
  void isNothingForPhones() {
    TestSeat seeker = server.seeker();

    assertProblem(
        "not-for-this-role", TestCards.post(seeker, TestCards.content(TestCards.secret(), 1)));
    assertProblem("not-for-this-role", seeker.get("/v1/cards"));
    assertProblem(
        "not-for-this-role",
        TestCards.withdraw(seeker, TestCards.add(worker, TestCards.secret(), 1)));
  }

  @Test
  void storesNoSecret() {
    CardSecret secret = TestCards.secret();
    TestCards.add(worker, secret, 2);
    String planted = hex(secret);
    TestCards.use(server.http(), secret);
    TestCards.programme(server.http(), secret);

    assertFalse(isStored(planted), "the secret is in the database");
    assertTrue(isStored(secret.digest().toHex()), "the search finds nothing");
    server.update("UPDATE card SET label = X'" + planted + "'");
    assertTrue(isStored(planted), "the search finds no planted secret");
  }

  /** Looks at every column of every table. */
  private boolean isStored(String hex) {
    for (String column :
        server.query(
            "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                + " WHERE table_schema = DATABASE()")) {
      String[] parts = column.split("\\.", 2);
      if (!server
          .query(
              "SELECT 1 FROM `%s` WHERE HEX(`%s`) LIKE '%%%s%%' LIMIT 1"
                  .formatted(parts[0], parts[1], hex.toUpperCase(java.util.Locale.ROOT)))
          .isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String hex(CardSecret secret) {
    return java.util.HexFormat.of().formatHex(secret.value().exposeSecret());
  }

  private void use(CardSecret secret, int times, String moment) {
    server.clock().stopAt(Instant.parse(moment));
    for (int i = 0; i < times; i++) {
      assertEquals(200, TestCards.use(server.http(), secret).status(), moment);
    }
  }

  /** What a colleague reads who comes at a moment. */
  private String weeksSeenAt(String moment) {
    server.clock().stopAt(Instant.parse(moment));
    TestSeat colleague = server.workerWithoutPackages().seat();
    return colleague.get("/v1/cards").json().get("usedByWeek").toString();
  }

  private JsonNode own() {
    server.clock().stopAt(NOW);
    return worker.get("/v1/cards").json();
  }

  private String uses(JsonNode id) {
    return StreamSupport.stream(own().get("cards").spliterator(), false)
        .filter(card -> card.get("card").equals(id))
        .map(card -> card.get("uses").asText())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> with(String member, Object value) {
    Map<String, Object> card = new HashMap<>(TestCards.content(TestCards.secret(), 1, LATER));
    card.put(member, value);
    return card;
  }

  private static List<Map<String, Object>> cards(int count) {
    List<Map<String, Object>> all = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(i -> all.add(TestCards.content(TestCards.secret(), 1, LATER)));
    return Collections.unmodifiableList(all);
  }
}
