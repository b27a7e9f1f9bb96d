package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/** STF-27 to STF-29. */
@MicronautTest(transactional = false)
class SuccessorHttpTest implements TestDatabase {
  @Inject TestServer server;

  private TestTeam worker;
  private TestTeam backup;
  private TestTeam coordinator;
  private TestConversation conversation;

  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    backup = server.backup();
    conversation = server.begunConversation();
    coordinator = server.coordinatorOnDuty(server.programme(0));
    worker.seat().put(conversation.path() + "/fixed-contact", Map.of());
  }

  @Test
  void givesTheCasesOfWhoLeftToAMember() {
    server.revoke(coordinator, worker.id());

    TestHttp.Answer handed = hand(coordinator, worker, backup);

    assertEquals("{\"cases\":1,\"unattended\":0}", handed.body());
    assertEquals(backup.id(), shown("fixedContact"));
    assertEquals("null", shown("successor"));
  }

  @Test
  void makesWhoIsBroughtInTheFixedContactWithTheSameCommit() {
    server.revoke(coordinator, worker.id());
    TestTeam colleague = server.worker();

    TestHttp.Answer handed = hand(coordinator, worker, colleague);

    assertEquals("{\"cases\":1,\"unattended\":0}", handed.body());
    assertEquals(colleague.id(), shown("successor"));
    conversation.commit(backup.seat(), 1, 1, 1, worker.id());
    conversation.add(backup, 2, 1, 2, colleague);
    assertEquals(colleague.id(), shown("fixedContact"));
    assertEquals("null", shown("successor"));
  }

  @Test
  void givesThemWhileSheIsStillThereToo() {
    TestTeam colleague = server.worker();
    hand(coordinator, worker, colleague);
    assertEquals(worker.id(), shown("fixedContact"));

    conversation.add(backup, 1, 1, 1, colleague);

    assertEquals(colleague.id(), shown("fixedContact"));
  }

  @Test
  void saysInHowManyNobodyIsLeft() {
    server.revoke(coordinator, worker.id(), backup.id());

    TestHttp.Answer handed = hand(coordinator, worker, coordinator);

    assertEquals("{\"cases\":1,\"unattended\":1}", handed.body());
  }

  @Test
  void leavesACaseToWhoTookItMeanwhile() {
    server.revoke(coordinator, worker.id());
    TestTeam colleague = server.worker();
    hand(coordinator, worker, colleague);
    backup.seat().put(conversation.path() + "/fixed-contact", Map.of());

    TestHttp.Answer again = hand(coordinator, worker, colleague);

    assertEquals("{\"cases\":0,\"unattended\":0}", again.body());
    assertEquals(backup.id(), shown("fixedContact"));
    assertEquals("null", shown("successor"));
  }

  @Test
  void passesOnWhatTheNextOneNeverGot() {
    server.revoke(coordinator, worker.id());
    TestTeam colleague = server.worker();
    hand(coordinator, worker, colleague);
    server.revoke(coordinator, colleague.id());

    TestHttp.Answer handed = hand(coordinator, colleague, backup);

    assertEquals("{\"cases\":1,\"unattended\":0}", handed.body());
    assertEquals(backup.id(), shown("fixedContact"));
  }

  @Test
  void doesNoneOfThatForAnybodyElse() {
    TestTeam foreign = server.coordinatorOnDuty(server.programme(1));
    server.revoke(coordinator, worker.id());

    assertProblem("not-for-this-role", hand(backup, worker, backup));
    assertProblem("not-found", hand(foreign, worker, backup));
    assertProblem("not-found", hand(coordinator, worker, foreign));
    assertProblem("not-found", hand(coordinator, backup, worker));
    assertEquals("null", shown("fixedContact"));
  }

  private static TestHttp.Answer hand(TestTeam by, TestTeam from, TestTeam next) {
    return by.seat().put(from.path() + "/successor", Map.of("device", next.id()));
  }

  private String shown(String member) {
    return conversation.seeker().get(conversation.path()).text(member);
  }
}
