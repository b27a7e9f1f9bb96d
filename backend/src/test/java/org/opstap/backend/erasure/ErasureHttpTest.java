package org.opstap.backend.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestErasure;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** ERA-1 to ERA-8. */
@MicronautTest(transactional = false)
class ErasureHttpTest implements TestDatabase {
  private static final int PATIENCE = 10;

  @Inject TestServer server;

  private TestTeam worker;
  private TestTeam colleague;
  private TestErasure erasure;
  private TestConversation conversation;

  /** Two devices and the phone; a Commit and a text, which only the phone has read. */
  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    colleague = server.worker();
    erasure = TestErasure.open(server.http(), server.programme(0));
    conversation = erasure.conversation();
    assertEquals(201, conversation.begin(1, 1).status());
    assertEquals(201, conversation.say(conversation.seeker(), 2, 1, 1).status());
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void leavesNoRowBesideTheRequestItsDevicesAndTheCommits() {
    TestVault vault = TestVault.made(conversation);
    conversation.claim(2);
    worker.seat().put(conversation.path() + "/fixed-contact", Map.of());
    worker
        .seat()
        .post(conversation.path() + "/leads", Map.of("programme", server.programme(1).toText()));
    assertTrue(
        erasure
            .tables(server)
            .containsAll(
                List.of(
                    "conversation",
                    "entry",
                    "key_package_claim",
                    "lead",
                    "pseudonym",
                    "seat",
                    "vault")),
        () -> erasure.tables(server).toString());

    TestHttp.Answer answer = erasure.erase(erasure.message(1, 1));

    assertEquals(204, answer.status());
    assertEquals(List.of("erasure", "erasure_commit", "erasure_seat"), erasure.tables(server));
    assertEquals(
        List.of("0"),
        server.query(
            "SELECT COUNT(*) FROM erasure_commit WHERE message IN (SELECT message FROM entry)"));
    assertProblem("vault-not-found", vault.comeBack(TestVault.key()));
  }

  @Test
  void endsHerSeatAtOnce() {
    TestSeat phone = conversation.seeker();

    erasure.erase(erasure.message(1, 1));

    assertProblem("signature-invalid", phone.get(conversation.path()));
    assertProblem("signature-invalid", conversation.say(phone, 3, 1, 1));
    assertProblem("conversation-not-found", worker.seat().get(conversation.path()));
    assertProblem("conversation-not-found", conversation.say(worker.seat(), 1, 1, 1));
  }

  @Test
  void answersTheSameRequestTheSame() {
    Bytes message = erasure.message(1, 1);
    erasure.erase(message);

    TestHttp.Answer again = erasure.erase(message);

    assertEquals(204, again.status());
    assertProblem("conversation-not-found", erasure.erase(erasure.message(1, 1)));
  }

  @Test
  void saysThatThereIsNoneOnceNobodyIsToldAnyMore() {
    Bytes message = erasure.message(1, 1);
    erasure.erase(message);
    confirm(worker);
    confirm(colleague);

    assertProblem("conversation-not-found", erasure.erase(message));
  }

  @Test
  void tellsAStrangerNothingOfOneThatWasErasedWithoutAMessage() {
    assertEquals(204, erasure.eraseWithoutMessage().status());
    TestHttp.Answer unknown = erasure.send(unsigned("cnv_" + "0".repeat(27)));

    TestHttp.Answer asked = erasure.send(unsigned(conversation.id()));

    assertProblem("conversation-not-found", asked);
    assertEquals(unknown.body(), asked.body());
    assertEquals(List.of(conversation.id()), erased(worker));
  }

  private static Map<String, String> unsigned(String id) {
    Bytes signature = Ed25519PrivateKey.generate(new SecureRandom()).sign(Bytes.empty());
    return Map.of("conversation", id, "signature", signature.toBase64Url());
  }

  @Test
  void erasesForNobodyElse() {
    Bytes message = erasure.message(1, 1);
    Ed25519PrivateKey forger = Ed25519PrivateKey.generate(new SecureRandom());
    TestHttp.Answer unknown =
        TestErasure.open(server.http(), server.programme(0))
            .send(
                Map.of(
                    "conversation",
                    "cnv_" + "0".repeat(27),
                    "signature",
                    forger.sign(message).toBase64Url()));

    TestHttp.Answer forged = erasure.erase(message, forger);

    assertProblem("conversation-not-found", forged);
    assertEquals(unknown.body(), forged.body());
    assertEquals(200, worker.seat().get(conversation.path()).status());
  }

  @Test
  void takesNoSignatureOfAnotherRequest() {
    Map<String, String> signed =
        erasure.request(Optional.of(erasure.message(1, 1)), TestVault.key());
    signed.put("message", erasure.message(1, 1).toBase64Url());

    assertProblem("conversation-not-found", erasure.send(signed));

    assertEquals(200, worker.seat().get(conversation.path()).status());
  }

  @Test
  void takesOnlyWhatCouldBeAMessageOfThatConversation() {
    Bytes commit = TestMls.commit(conversation.bytes(), 1, 1);
    Bytes foreign = TestMls.application(server.conversation().bytes(), 1, 1);

    assertProblem("malformed-message", erasure.erase(commit));
    assertProblem("group-mismatch", erasure.erase(foreign));
    assertProblem("malformed-message", erasure.erase(Bytes.fromHex("00")));

    assertEquals(200, worker.seat().get(conversation.path()).status());
  }

  @Test
  void tellsThePhoneThatTheSeatMovedFrom() {
    TestVault vault = TestVault.made(conversation);
    vault.comeBack(TestVault.key());

    assertProblem("seat-moved", erasure.erase(erasure.message(1, 1)));

    assertEquals(200, worker.seat().get(conversation.path()).status());
  }

  @Test
  void givesADeviceTheRequestAndTheCommitsThatItHasNotRead() {
    conversation.acknowledge(worker.seat(), 2);
    Bytes message = erasure.message(1, 1);
    Bytes commit =
        Bytes.fromBase64Url(
            conversation.read(colleague.seat(), 0).json().at("/entries/0/message").asText());
    erasure.erase(message);

    JsonNode read = worker.seat().get(erasure.path()).json();
    JsonNode away = colleague.seat().get(erasure.path()).json();

    assertEquals(message.toBase64Url(), read.get("message").asText());
    assertEquals(0, read.get("commits").size());
    assertEquals(message.toBase64Url(), away.get("message").asText());
    assertEquals(1, away.get("commits").size());
    assertEquals(commit.toBase64Url(), away.at("/commits/0/message").asText());
    assertEquals(1, away.at("/commits/0/sequence").asInt());
    assertEquals(0, away.at("/commits/0/epoch").asInt());
    assertTrue(away.at("/commits/0/welcome").isTextual());
  }

  @Test
  void onlyTellsADeviceThatWasTakenOutBefore() {
    conversation.commit(conversation.seeker(), 3, 1, 1, colleague.id());
    erasure.erase(erasure.message(1, 2));

    JsonNode seen = colleague.seat().get(erasure.path()).json();

    assertTrue(seen.get("message").isNull());
    assertEquals(0, seen.get("commits").size());
    assertEquals(List.of(conversation.id()), erased(colleague));
  }

  @Test
  void tellsItInTheListAndOnTheStream() {
    try (TestStream stream = TestStream.open(worker.seat())) {
      stream.next(PATIENCE);

      erasure.erase(erasure.message(1, 1));

      assertEquals(news(3), stream.next(PATIENCE));
    }
    try (TestStream stream = TestStream.open(colleague.seat())) {
      assertEquals(news(0), stream.next(PATIENCE));
    }
    assertEquals(List.of(conversation.id()), erased(worker));
    assertEquals(0, list(worker).get("conversations").size());
  }

  @Test
  void tellsItFor35DaysAndForgetsWhoConfirmed() {
    erasure.erase(erasure.message(1, 1));

    TestHttp.Answer confirmed = confirm(worker);

    assertEquals(204, confirmed.status());
    assertEquals(List.of(), erased(worker));
    assertProblem("conversation-not-found", worker.seat().get(erasure.path()));
    assertProblem("conversation-not-found", confirm(worker));
    assertEquals(List.of(conversation.id()), erased(colleague));
    assertEquals(
        List.of("35"),
        server.query("SELECT DATEDIFF(expires_on, UTC_DATE()) FROM erasure" + where()));
  }

  @Test
  void leavesNothingOnceAllHaveConfirmed() {
    erasure.erase(erasure.message(1, 1));
    confirm(worker);

    confirm(colleague);

    assertEquals(List.of(), erasure.tables(server));
  }

  @Test
  void leavesNothingAtOnceWhereNobodyReadIt() {
    TestErasure unheard = TestErasure.open(server.http(), server.programme(0));

    assertEquals(204, unheard.eraseWithoutMessage().status());

    assertEquals(List.of(), unheard.tables(server));
  }

  @Test
  void showsAnErasureToNobodyElse() {
    TestTeam stranger = server.worker();
    erasure.erase(erasure.message(1, 1));
    TestHttp.Answer unknown = stranger.seat().get("/v1/erasures/cnv_" + "0".repeat(27));

    assertEquals(unknown.body(), stranger.seat().get(erasure.path()).body());
    assertProblem("conversation-not-found", confirm(stranger));
    assertProblem("conversation-not-found", server.seeker().get(erasure.path()));
    assertEquals(List.of(), erased(stranger));
    assertEquals(List.of(conversation.id()), erased(worker));
  }

  @Test
  void erasesWhateverEpochThePhoneKnew() {
    for (long epoch = 1; epoch < 7; epoch++) {
      assertEquals(201, conversation.commit(worker.seat(), epoch, 1, epoch).status());
    }

    assertEquals(204, erasure.erase(erasure.message(1, 1)).status());

    assertEquals(7, colleague.seat().get(erasure.path()).json().get("commits").size());
  }

  @Test
  void keepsTheNewestCommitsWhereThereAreTooMany() {
    server.update(
        "INSERT INTO entry (conversation_id, sequence, expires_on, sender_id, sender_kind, kind,"
            + " generation, epoch, message) SELECT e.conversation_id, s.seq, e.expires_on,"
            + " e.sender_id, e.sender_kind, 'commit', 1, s.seq, e.message FROM entry e JOIN"
            + " seq_3_to_150 s"
            + where()
            + " AND e.sequence = 1");
    server.update(
        "UPDATE seat SET acknowledged = 145"
            + where()
            + " AND holder_id = x'"
            + DeviceId.parse(worker.id()).toBytes().toHex()
            + "'");

    assertEquals(204, erasure.erase(erasure.message(1, 151)).status());

    JsonNode read = worker.seat().get(erasure.path()).json();
    assertEquals(5, read.get("commits").size());
    assertEquals(146, read.at("/commits/0/sequence").asInt());
    assertEquals(150, read.at("/commits/4/sequence").asInt());
    assertEquals(100, colleague.seat().get(erasure.path()).json().get("commits").size());
  }

  private String where() {
    return " WHERE conversation_id = x'" + conversation.bytes().toHex() + "'";
  }

  private TestHttp.Answer confirm(TestTeam team) {
    return team.seat().put(erasure.path() + "/confirmation", "");
  }

  private static JsonNode list(TestTeam team) {
    return team.seat().get("/v1/conversations").json();
  }

  private static List<String> erased(TestTeam team) {
    List<String> ids = new ArrayList<>();
    list(team).get("erased").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private List<String> news(long latest) {
    return List.of(
        "event: news",
        "data: {\"conversation\":\"" + conversation.id() + "\",\"latest\":" + latest + "}");
  }
}
