package org.opstap.backend.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestCards;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestErasure;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** When rows die (limits.md, metadata-budget.md). */
@MicronautTest(transactional = false)
class RetentionTest implements TestDatabase {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Inject TestServer server;
  @Inject RetentionService retention;

  @BeforeEach
  void begin() {
    server.begin();
    server.clock().stopAt(NOON);
    server.update("ALTER TABLE entry REMOVE PARTITIONING");
    server.update(
        "ALTER TABLE entry PARTITION BY RANGE COLUMNS (expires_on)"
            + " (PARTITION later VALUES LESS THAN (MAXVALUE))");
    server.update("DELETE FROM pseudonym");
    server.update("DELETE FROM entry");
    server.update("DELETE FROM invitation");
    server.update("DELETE FROM key_package");
    server.update("DELETE FROM card");
    retention.expire();
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void forgetsWhoWasThere() {
    TestTeam worker = server.worker();
    worker.seat().get("/v1/conversations");
    retention.expire();
    assertEquals("1", count("attendance"));
    server.clock().move(Duration.ofMinutes(15));

    retention.expire();

    assertEquals("0", count("attendance"));
  }

  @Test
  void keepsAnUnreadEntryFor30Days() {
    server.worker();
    server.begunConversation();
    server.clock().move(Duration.ofDays(30));

    retention.expire();

    assertEquals("1", count("entry"));
  }

  @Test
  void deletesAnUnreadEntryAfter30Days() {
    server.worker();
    server.begunConversation();
    server.clock().move(Duration.ofDays(31));

    retention.expire();

    assertEquals("0", count("entry"));
  }

  @Test
  void forgetsALead24MonthsAfterItEnded() {
    server.worker();
    server.begunConversation();
    server.update(
        "INSERT INTO `lead` (lead_id, conversation_id, from_programme_id, to_programme_id, state,"
            + " proposed_on, decided_on) SELECT UNHEX(MD5(ended.state)), conversation_id,"
            + " programme_id, programme_id, ended.state, '2024-11-01', ended.day FROM conversation"
            + " JOIN (SELECT 'refused' AS state, '2024-11-20' AS day UNION SELECT 'withdrawn',"
            + " '2024-11-21' UNION SELECT 'accepted', '2024-11-20') ended");

    retention.expire();

    assertEquals(
        List.of("accepted", "withdrawn"),
        server.query("SELECT state FROM `lead` ORDER BY CAST(state AS CHAR)"));
    server.update("DELETE FROM pseudonym");
    assertEquals("0", count("`lead`"));
  }

  @Test
  void dropsADayAndLooksForNoRows() {
    server.worker();
    server.begunConversation();
    assertEquals(List.of("d20261221"), partitionsWithEntries());
    server.clock().move(Duration.ofDays(31));

    retention.expire();

    assertEquals("d20261222", days().getFirst());
  }

  @Test
  void dropsWhatANodeHadTakenOutWhenItEnded() {
    server.update("CREATE TABLE entry_taken_out LIKE entry");
    server.clock().move(Duration.ofDays(31));

    retention.expire();

    assertEquals("d20261222", days().getFirst());
    assertEquals(
        List.of(),
        server.query("SELECT * FROM information_schema.tables WHERE table_name LIKE '%taken%'"));
  }

  @Test
  void hasAPartitionForEachDayThatAnEntryWrittenThisWeekDiesOn() {
    assertEquals("d20261121", days().getFirst());
    assertTrue(days().containsAll(List.of("d20261220", "d20261221", "d20261227")));
    assertEquals("later", days().getLast());
  }

  @Test
  void keepsWhatIsWrittenUnderAClockThatJumpedBack() {
    server.clock().move(Duration.ofDays(-200));
    server.worker();
    server.begunConversation();
    server.clock().stopAt(NOON.plus(Duration.ofDays(29)));

    retention.expire();

    assertEquals("1", count("entry"));
  }

  @Test
  void splitsWhatCameWhileNoDayWasMade() {
    server.clock().move(Duration.ofDays(20));
    server.worker();
    TestConversation conversation = server.begunConversation();
    assertEquals(List.of("later"), partitionsWithEntries());

    retention.expire();

    assertEquals(List.of("d20270110"), partitionsWithEntries());
    assertEquals(
        1,
        conversation.seeker().get(conversation.path() + "/entries").json().get("latest").asInt());
  }

  @Test
  void keepsAPseudonymFor24MonthsAfterItsLastAppend() {
    server.worker();
    TestConversation conversation = server.begunConversation();
    server.update("UPDATE pseudonym SET last_used_on = DATE '2024-11-21'");

    retention.expire();

    assertEquals(200, conversation.seeker().get(conversation.path()).status());
  }

  @Test
  void keepsAConversationThatSleptForAYearWithItsFixedContact() {
    TestTeam worker = server.worker();
    TestTeam backup = server.backup();
    Ed25519PrivateKey key = Ed25519PrivateKey.generate(new SecureRandom());
    TestSeat seeker = TestSeat.seeker(server.http(), key);
    TestConversation asleep = TestConversation.open(seeker, server.programme(0));
    asleep.begin(1, 1);
    worker.seat().put(asleep.path() + "/fixed-contact", Map.of());
    asleep.say(worker.seat(), 1, 1, 1);
    server.clock().move(Duration.ofDays(366));

    retention.expire();

    assertEquals("0", count("entry"));
    TestSeat awake = TestSeat.signIn(server.http(), seeker.holder(), key);
    JsonNode seen = asleep.seenBy(awake);
    assertEquals(worker.id(), seen.get("fixedContact").asText());
    assertEquals(
        Set.of(awake.holder(), worker.id(), backup.id()),
        seen.get("members")
            .valueStream()
            .map(member -> member.get("holder").asText())
            .collect(Collectors.toSet()));
    assertEquals(201, asleep.say(awake, 2, 1, 1).status());
  }

  @Test
  void deletesAPseudonymWithAllThatIsHersAfter24Months() {
    server.worker();
    server.begunConversation();
    server.conversation().claim(1);
    server.update("UPDATE pseudonym SET last_used_on = DATE '2024-11-20'");

    retention.expire();

    assertEquals(
        List.of("0", "0", "0", "0"),
        List.of(
            count("pseudonym"), count("conversation"), count("seat"), count("key_package_claim")));
  }

  @Test
  void tellsOfAnErasureFor35Days() {
    erase();
    server.clock().move(Duration.ofDays(35));

    retention.expire();

    assertEquals(
        List.of("1", "1", "1"),
        List.of(count("erasure"), count("erasure_seat"), count("erasure_commit")));
  }

  @Test
  void forgetsAnErasureAfter35Days() {
    erase();
    server.clock().move(Duration.ofDays(36));

    retention.expire();

    assertEquals(
        List.of("0", "0", "0"),
        List.of(count("erasure"), count("erasure_seat"), count("erasure_commit")));
  }

  private void erase() {
    server.update("DELETE FROM erasure");
    server.worker();
    TestErasure erasure = TestErasure.open(server.http(), server.programme(0));
    erasure.conversation().begin(1, 1);
    assertEquals(204, erasure.erase(erasure.message(1, 1)).status());
  }

  @Test
  void notesTheDayOfHerLastAppend() {
    server.worker();
    TestConversation conversation = server.begunConversation();
    server.update("UPDATE pseudonym SET last_used_on = DATE '2025-01-01'");

    conversation.say(conversation.seeker(), 2, 1, 1);

    assertEquals(List.of("2026-11-21"), server.query("SELECT last_used_on FROM pseudonym"));
  }

  @Test
  void notesTheDayOfAnAnswerToo() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    server.update("UPDATE pseudonym SET last_used_on = DATE '2025-01-01'");

    conversation.say(worker.seat(), 1, 1, 1);

    assertEquals(List.of("2026-11-21"), server.query("SELECT last_used_on FROM pseudonym"));
  }

  @Test
  void deletesInvitationsThreeDaysAfterTheyAreWorthless() {
    server.invitation(server.programme(0));
    server.clock().move(Duration.ofDays(6).plusMinutes(15));

    retention.expire();

    assertEquals("0", count("invitation"));
  }

  @Test
  void keepsInvitationsThatAreGood() {
    server.invitation(server.programme(0));
    server.clock().move(Duration.ofDays(3));

    retention.expire();

    assertEquals("1", count("invitation"));
  }

  @Test
  void deletesUsedKeyPackagesThatNoClaimNamesAnyMore() {
    server.worker();
    server.conversation().claim(1);
    server.update("DELETE FROM pseudonym");

    retention.expire();

    assertEquals(
        List.of("last-resort", "stock"),
        server.query("SELECT state FROM key_package ORDER BY CAST(state AS CHAR)"));
  }

  @Test
  void keepsKeyPackagesThatAClaimNames() {
    server.worker();
    server.conversation().claim(1);

    retention.expire();

    assertEquals("3", count("key_package"));
  }

  private List<String> days() {
    return server.query(
        "SELECT partition_name FROM information_schema.partitions WHERE table_schema = DATABASE()"
            + " AND table_name = 'entry' ORDER BY partition_ordinal_position");
  }

  private List<String> partitionsWithEntries() {
    return days().stream()
        .filter(
            day ->
                !server
                    .query("SELECT COUNT(*) FROM entry PARTITION (" + day + ')')
                    .equals(List.of("0")))
        .toList();
  }

  @Test
  void keepsACardFor30DaysAfterItsLast() {
    TestTeam worker = server.worker();
    CardSecret card = TestCards.secret();
    TestCards.post(worker.seat(), TestCards.content(card, 2, LocalDate.of(2026, 11, 25)));
    assertEquals(200, TestCards.use(server.http(), card).status());
    server.clock().stopAt(Instant.parse("2026-12-25T23:59:59Z"));

    retention.expire();

    assertEquals("1", count("card"));
    assertEquals("1", count("card_use"));
  }

  @Test
  void forgetsACardWithItsUsesAfterThat() {
    TestTeam worker = server.worker();
    CardSecret card = TestCards.secret();
    TestCards.post(worker.seat(), TestCards.content(card, 2, LocalDate.of(2026, 11, 25)));
    assertEquals(200, TestCards.use(server.http(), card).status());
    server.clock().stopAt(Instant.parse("2026-12-26T00:00:00Z"));

    retention.expire();

    assertEquals("0", count("card"));
    assertEquals("0", count("card_use"));
  }

  @Test
  void keepsUsesByWeekForAYear() {
    server.update("DELETE FROM card_week");
    server.clock().stopAt(Instant.parse("2026-11-25T12:00:00Z"));
    for (String week : List.of("2025-11-17", "2025-11-24")) {
      server.update(
          "INSERT INTO card_week (programme_id, week, uses) VALUES (UNHEX(REPEAT('0', 32)), '"
              + week
              + "', 7)");
    }

    retention.expire();

    assertEquals(List.of("2025-11-24"), server.query("SELECT week FROM card_week"));
  }

  @Test
  void dropsWhoHasNoDeviceFromTheRoster() {
    server.worker();
    server.update("DELETE FROM roster");
    server.update(
        "INSERT INTO roster (programme_id, version)"
            + " SELECT DISTINCT programme_id, 4 FROM worker_device WHERE state = 'active'");
    server.update(
        "INSERT INTO roster_slot (programme_id, worker_id, from_minute, to_minute, duty)"
            + " SELECT programme_id, worker_id, 0, 60, 'primary' FROM worker_device"
            + " WHERE state = 'active'");
    retention.expire();
    assertEquals("1", count("roster_slot"));
    server.update("UPDATE worker_device SET state = 'revoked'");

    retention.expire();

    assertEquals("0", count("roster_slot"));
    assertEquals(List.of("5"), server.query("SELECT version FROM roster"));
  }

  @Test
  void forgetsWhoLeftOnceNoCaseNamesHerDevice() {
    TestTeam worker = server.worker();
    server.begunConversation();
    TestTeam other = server.worker();
    String person = worker.show().text("worker");
    server.update("UPDATE worker_device SET state = 'revoked'");

    retention.expire();

    assertEquals(List.of("1", "0"), List.of(rowsOf(worker), rowsOf(other)));

    server.update("DELETE FROM pseudonym");
    retention.expire();

    assertEquals("0", rowsOf(worker));
    assertEquals(
        "0",
        server
            .query(
                "SELECT COUNT(*) FROM worker WHERE worker_id = x'"
                    + WorkerId.parse(person).toBytes().toHex()
                    + "'")
            .getFirst());
  }

  private String rowsOf(TestTeam device) {
    return server
        .query(
            "SELECT COUNT(*) FROM worker_device WHERE device_id = x'"
                + DeviceId.parse(device.id()).toBytes().toHex()
                + "'")
        .getFirst();
  }

  private String count(String table) {
    return server.query("SELECT COUNT(*) FROM " + table).getFirst();
  }
}
