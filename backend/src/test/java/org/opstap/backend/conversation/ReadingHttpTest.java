package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;

/** LOG-13 and LOG-14: pages, acknowledgements, and who sees what. */
@MicronautTest(transactional = false)
class ReadingHttpTest implements TestDatabase {
  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestSeat seeker;

  /** A conversation in generation 1, epoch 1, with one entry. */
  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    seeker = conversation.seeker();
  }

  @Test
  void givesAnEntryAsItWasSent() {
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);
    conversation.append(seeker, 2, message, Map.of());

    TestHttp.Answer read = conversation.read(worker.seat(), 1);

    assertEquals(200, read.status());
    assertEquals(
        "{\"entries\":[{\"sequence\":2,\"sender\":\"%s\",\"kind\":\"application\","
                .formatted(seeker.holder())
            + "\"generation\":1,\"epoch\":1,\"message\":\"%s\",\"welcome\":null}],\"latest\":2}"
                .formatted(message.toBase64Url()),
        read.body());
  }

  @Test
  void givesEntriesInOrderAfterTheCursor() {
    say(3);

    TestHttp.Answer read = conversation.read(seeker, 2);

    assertEquals(List.of(3L, 4L), sequences(read));
  }

  @Test
  void givesNothingAfterTheLatest() {
    TestHttp.Answer read = conversation.read(seeker, 1);

    assertEquals("{\"entries\":[],\"latest\":1}", read.body());
  }

  @Test
  void givesAPageOfAsManyAsAsked() {
    say(3);

    TestHttp.Answer read = seeker.get(conversation.path() + "/entries?after=0&limit=2");

    assertEquals(List.of(1L, 2L), sequences(read));
  }

  @Test
  void givesAtMost100EntriesAPage() {
    server.update(
        "INSERT INTO entry (conversation_id, sequence, expires_on, sender_id, sender_kind, kind,"
            + " generation, epoch, message) SELECT UNHEX('"
            + conversation.bytes().toHex()
            + "'), seq, DATE '2100-01-01', REPEAT('x', 16), 'device', 'application', 1, 1, 'm'"
            + " FROM seq_2_to_102");
    server.update("UPDATE conversation SET latest = 102");

    TestHttp.Answer read = seeker.get(conversation.path() + "/entries?after=0&limit=5000");

    assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), sequences(read));
  }

  @Test
  void givesAtMost1MebibyteAPage() {
    plant(2, 600_000);
    plant(3, 400_000);
    plant(4, 200_000);

    TestHttp.Answer read = conversation.read(seeker, 1);

    assertEquals(List.of(2L, 3L), sequences(read));
  }

  @Test
  void givesWhatIsOfOtherDaysAmongTheRecentOnes() {
    say(1);
    plant(3, 10);
    conversation.say(worker.seat(), 1, 1, 1);

    TestHttp.Answer read = conversation.read(seeker, 0);

    assertEquals(List.of(1L, 2L, 3L, 4L), sequences(read));
  }

  @Test
  void givesOneEntryHoweverLarge() {
    plant(2, 1_500_000);
    plant(3, 10);

    TestHttp.Answer read = conversation.read(seeker, 1);

    assertEquals(List.of(2L), sequences(read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=-1",
        "after=x",
        "after=1.5",
        "after=9223372036854775808",
        "limit=0",
        "limit=-1",
        "limit=ten",
        "limit=4294967297"
      })
  void refusesAPageThatThereIsNot(String query) {
    TestHttp.Answer refused = seeker.get(conversation.path() + "/entries?" + query);

    assertProblem("malformed-request", refused);
  }

  @Test
  void givesTheWelcomeToTheDeviceThatItIsForOnly() {
    TestTeam colleague = server.worker();
    conversation.add(worker, 1, 1, 1, colleague);

    JsonNode own = conversation.read(colleague.seat(), 0).json().get("entries").get(0);
    JsonNode hers = conversation.read(seeker, 1).json().get("entries").get(0);
    JsonNode adders = conversation.read(worker.seat(), 1).json().get("entries").get(0);

    assertTrue(own.get("welcome").isTextual());
    assertTrue(hers.get("welcome").isNull());
    assertTrue(adders.get("welcome").isNull());
  }

  @Test
  void givesANewcomerNothingFromBeforeItsSeat() {
    say(2);
    TestTeam colleague = server.worker();
    conversation.add(worker, 1, 1, 1, colleague);

    TestHttp.Answer read = conversation.read(colleague.seat(), 0);

    assertEquals(List.of(4L), sequences(read));
  }

  @Test
  void keepsAnAcknowledgement() {
    say(2);

    TestHttp.Answer kept = conversation.acknowledge(seeker, 2);

    assertEquals(204, kept.status());
    assertEquals("", kept.body());
    assertEquals(2, acknowledged(seeker));
  }

  @Test
  void lowersNoAcknowledgement() {
    say(2);
    conversation.acknowledge(seeker, 2);

    TestHttp.Answer kept = conversation.acknowledge(seeker, 1);

    assertEquals(204, kept.status());
    assertEquals(2, acknowledged(seeker));
  }

  @Test
  void acknowledgesNothingBeyondTheLatest() {
    say(1);

    conversation.acknowledge(seeker, Long.MAX_VALUE);

    assertEquals(2, acknowledged(seeker));
  }

  @Test
  void refusesANegativeAcknowledgement() {
    TestHttp.Answer refused = conversation.acknowledge(seeker, -1);

    assertProblem("malformed-request", refused);
  }

  @Test
  void deletesWhatEverybodyHas() {
    say(2);
    conversation.acknowledge(seeker, 3);

    conversation.acknowledge(worker.seat(), 2);

    assertEquals(List.of(3L), sequences(conversation.read(seeker, 0)));
  }

  @Test
  void keepsWhatSomebodyDoesNotHave() {
    say(2);

    conversation.acknowledge(seeker, 3);

    assertEquals(List.of(1L, 2L, 3L), sequences(conversation.read(worker.seat(), 0)));
  }

  @Test
  void waitsForNobodyWhoseSeatIsClosed() {
    say(2);
    conversation.commit(seeker, 4, 1, 1, worker.id());

    conversation.acknowledge(seeker, 4);

    assertEquals("0", stored());
  }

  @Test
  void showsEachMemberWhatTheOthersHave() {
    say(1);
    conversation.acknowledge(seeker, 2);

    JsonNode members = conversation.seenBy(worker.seat()).get("members");

    assertEquals(
        ("[{\"holder\":\"%s\",\"acknowledged\":2,\"joinedAt\":0},"
                + "{\"holder\":\"%s\",\"acknowledged\":0,\"joinedAt\":1}]")
            .formatted(seeker.holder(), worker.id()),
        members.toString());
  }

  private void say(int messages) {
    for (int i = 0; i < messages; i++) {
      conversation.say(seeker, i + 2, 1, 1);
    }
  }

  private int acknowledged(TestSeat seat) {
    return conversation.seenBy(seat).get("self").get("acknowledged").intValue();
  }

  private String stored() {
    return server
        .query(
            "SELECT COUNT(*) FROM entry WHERE HEX(conversation_id) = '"
                + conversation.bytes().toHex()
                + "'")
        .getFirst();
  }

  private void plant(int sequence, int bytes) {
    server.update(
        "INSERT INTO entry (conversation_id, sequence, expires_on, sender_id, sender_kind, kind,"
            + " generation, epoch, message) VALUES (UNHEX('%s'), %d, DATE '2100-01-01',"
                .formatted(conversation.bytes().toHex(), sequence)
            + " REPEAT('x', 16), 'device', 'application', 1, 1, REPEAT('m', %d))".formatted(bytes));
    server.update("UPDATE conversation SET latest = " + sequence);
  }

  private static List<Long> sequences(TestHttp.Answer page) {
    return page.json()
        .get("entries")
        .valueStream()
        .map(entry -> entry.get("sequence").longValue())
        .toList();
  }
}
