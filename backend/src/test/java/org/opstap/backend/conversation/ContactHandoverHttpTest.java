package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.DeviceId;

/** LOG-20. */
@MicronautTest(transactional = false)
class ContactHandoverHttpTest implements TestDatabase {
  /** Seconds. */
  private static final int PATIENCE = 10;

  @Inject TestServer server;

  private TestTeam worker;
  private TestTeam backup;
  private TestConversation conversation;

  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    backup = server.backup();
    conversation = server.begunConversation();
    claim(worker);
  }

  @Test
  void passesThePlaceToAMember() {
    TestHttp.Answer passed = pass(worker.seat(), backup.id());

    assertEquals(200, passed.status());
    assertEquals("{\"fixedContact\":\"" + backup.id() + "\"}", passed.body());
    assertEquals(backup.id(), fixedContact());
  }

  @Test
  void passesThePlaceToAColleagueWhoHasJustComeIn() {
    TestTeam colleague = server.worker();
    conversation.add(worker, 1, 1, 1, colleague);

    TestHttp.Answer passed = pass(worker.seat(), colleague.id());

    assertEquals(200, passed.status());
    assertEquals(colleague.id(), fixedContact());
  }

  @Test
  void answersTheSamePassTheSame() {
    TestHttp.Answer first = pass(worker.seat(), backup.id());

    TestHttp.Answer again = pass(worker.seat(), backup.id());

    assertEquals(200, again.status());
    assertEquals(first.body(), again.body());
  }

  @Test
  void passesThePlaceBack() {
    pass(worker.seat(), backup.id());

    TestHttp.Answer back = pass(backup.seat(), worker.id());

    assertEquals(200, back.status());
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void letsNobodyElsePassItOn() {
    TestTeam third = server.worker();
    conversation.add(worker, 1, 1, 1, third);

    TestHttp.Answer refused = pass(backup.seat(), third.id());

    assertProblem("not-fixed-contact", refused);
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void passesNothingOnWhileNobodyIsTheFixedContact() {
    conversation.commit(backup.seat(), 1, 1, 1, worker.id());
    TestTeam third = server.worker();
    conversation.add(backup, 2, 1, 2, third);

    TestHttp.Answer refused = pass(backup.seat(), third.id());

    assertProblem("not-fixed-contact", refused);
    assertEquals("null", fixedContact());
  }

  @Test
  void passesItToOneOfTwoAtOnce() throws Exception {
    TestTeam third = server.worker();
    conversation.add(worker, 1, 1, 1, third);
    List<TestHttp.Answer> answers = Collections.synchronizedList(new ArrayList<>());

    List<Thread> racers =
        List.of(
            Thread.ofVirtual().start(() -> answers.add(pass(worker.seat(), backup.id()))),
            Thread.ofVirtual().start(() -> answers.add(pass(worker.seat(), third.id()))));
    for (Thread racer : racers) {
      assertTrue(racer.join(Duration.ofSeconds(PATIENCE)));
    }

    List<TestHttp.Answer> lost = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertEquals(1, lost.size(), answers.toString());
    assertProblem("not-fixed-contact", lost.getFirst());
  }

  @Test
  void passesNothingToADeviceWithoutASeat() {
    TestTeam outside = server.worker();
    String unknown = DeviceId.random(new SecureRandom()).toText();

    TestHttp.Answer refused = pass(worker.seat(), outside.id());

    assertProblem("not-a-member", refused);
    assertEquals(refused.body(), pass(worker.seat(), unknown).body());
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void passesNothingToARevokedDevice() {
    server.revoke(worker, backup.id());

    TestHttp.Answer refused = pass(worker.seat(), backup.id());

    assertProblem("not-a-member", refused);
    assertEquals(worker.id(), fixedContact());
  }

  /** A device that is being revoked has a seat until the status that revokes it is stored. */
  @Test
  void passesNothingToADeviceWhoseRevocationIsHalfDone() {
    server.update("UPDATE worker_device SET state = 'revoked' WHERE " + isDevice(backup));

    TestHttp.Answer refused = pass(worker.seat(), backup.id());

    assertProblem("not-a-member", refused);
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void passesNothingToAnotherProgramme() {
    String foreign = server.programme(1).toBytes().toHex();
    server.update(
        "UPDATE worker_device SET programme_id = UNHEX('"
            + foreign
            + "') WHERE "
            + isDevice(backup));

    TestHttp.Answer refused = pass(worker.seat(), backup.id());

    assertProblem("not-a-member", refused);
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void refusesAPhone() {
    TestHttp.Answer refused = pass(conversation.seeker(), backup.id());

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void hidesTheConversationFromADeviceWithoutASeat() {
    TestTeam outside = server.worker();

    TestHttp.Answer refused = pass(outside.seat(), backup.id());

    assertProblem("conversation-not-found", refused);
  }

  @Test
  void refusesWhatIsNoDevice() {
    TestHttp.Answer refused = pass(worker.seat(), conversation.seeker().holder());

    assertProblem("malformed-identifier", refused);
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void tellsTheOthers() {
    try (TestStream hers = TestStream.open(conversation.seeker());
        TestStream backups = TestStream.open(backup.seat())) {
      List<String> before = hers.next(PATIENCE);
      backups.next(PATIENCE);

      pass(worker.seat(), backup.id());

      assertEquals(before, hers.next(PATIENCE));
      assertEquals(before, backups.next(PATIENCE));
    }
  }

  @Test
  void keepsThePromise() {
    conversation.say(conversation.seeker(), 2, 1, 1);
    String promised = seen("answerBy");

    pass(worker.seat(), backup.id());

    assertNotEquals("null", promised);
    assertEquals(promised, seen("answerBy"));
  }

  private void claim(TestTeam device) {
    device.seat().put(conversation.path() + "/fixed-contact", Map.of());
  }

  private TestHttp.Answer pass(TestSeat seat, String device) {
    return seat.put(conversation.path() + "/fixed-contact", Map.of("device", device));
  }

  private String fixedContact() {
    return seen("fixedContact");
  }

  private String seen(String member) {
    return conversation.seenBy(conversation.seeker()).get(member).asText();
  }

  private static String isDevice(TestTeam device) {
    return "device_id = UNHEX('" + DeviceId.parse(device.id()).toBytes().toHex() + "')";
  }
}
