package org.opstap.backend.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.wire.Bytes;

/** VLT-6 and VLT-7: an append and the state that comes with it. */
@MicronautTest(transactional = false)
class VaultAppendHttpTest implements TestDatabase {
  private static final Bytes FIRST = TestVault.state();
  private static final Bytes SECOND = TestVault.state();
  private static final Bytes OTHER = TestVault.state(6);

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestVault vault;

  /** A conversation at sequence 1 and append number 1, with a vault at version 1. */
  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    vault = TestVault.of(conversation);
    assertEquals(201, vault.make(FIRST).status());
  }

  @Test
  void storesTheStateWithTheAppend() {
    assertEquals(201, vault.say(2, message(), 2, OTHER).status());

    assertStored(2, 2, OTHER);
  }

  @Test
  void storesTheStateWithACommit() {
    assertEquals(201, vault.say(2, TestMls.commit(conversation.bytes(), 1, 1), 2, SECOND).status());

    assertStored(2, 2, SECOND);
  }

  @Test
  void appendsNothingUnderAnotherVersion() {
    for (long version : new long[] {1, 3, Long.MAX_VALUE}) {
      assertProblem(
          "vault-version", Map.of("version", 1), vault.say(2, message(), version, SECOND));
    }
    assertStored(1, 1, FIRST);
    assertEquals(201, vault.say(2, message(), 2, SECOND).status());
  }

  @Test
  void appendsNothingWhereThereIsNoVault() {
    vault.remove();

    assertProblem("vault-not-found", vault.say(2, message(), 2, SECOND));

    assertEquals(1, latest());
    assertEquals(201, conversation.say(conversation.seeker(), 2, 1, 1).status());
  }

  @Test
  void takesTheStoredStateAgain() {
    assertEquals(201, vault.say(2, message(), 1, FIRST).status());

    assertStored(2, 1, FIRST);
  }

  @Test
  void leavesTheVaultWhenTheAppendIsRefused() {
    Bytes late = TestMls.application(conversation.bytes(), 1, 9);
    Bytes commit = TestMls.commit(conversation.bytes(), 1, 1);
    Bytes stranger = TestMls.keyPackage(TestVault.random(32), Bytes.utf8("nobody's"));
    Map<String, ?> welcome =
        Map.of(
            "welcome",
            TestMls.welcome(stranger).toBase64Url(),
            "vault",
            TestVault.update(2, SECOND));

    assertProblem(
        "epoch-conflict", Map.of("generation", 1, "epoch", 1), vault.say(2, late, 2, SECOND));
    assertProblem("append-number-ahead", Map.of("expected", 2), vault.say(3, message(), 2, SECOND));
    assertProblem(
        "welcome-not-claimed", conversation.append(conversation.seeker(), 2, commit, welcome));

    assertStored(1, 1, FIRST);
  }

  @Test
  void leavesAVaultThatMovedOnAtARetry() {
    Bytes message = message();
    TestHttp.Answer first = vault.say(2, message, 2, SECOND);
    vault.write(3, OTHER);

    TestHttp.Answer again = vault.say(2, message, 2, SECOND);
    TestHttp.Answer sealedAnew = vault.say(2, message, 4, TestVault.state());
    TestHttp.Answer without = conversation.append(conversation.seeker(), 2, message, Map.of());

    for (TestHttp.Answer retry : List.of(again, sealedAnew, without)) {
      assertEquals(first.status(), retry.status());
      assertEquals(first.body(), retry.body());
    }
    assertStored(2, 3, OTHER);
  }

  @Test
  void refusesAStateOfAWorkersDevice() {
    Map<String, ?> vaulted = Map.of("vault", TestVault.update(2, SECOND));

    assertProblem("not-for-this-role", conversation.append(worker.seat(), 1, message(), vaulted));

    assertStored(1, 1, FIRST);
  }

  @Test
  void refusesAStateOfAnotherLength() {
    Bytes message = message();

    assertProblem("malformed-request", vault.say(2, message, 2, TestVault.random(16_384)));
    assertProblem("malformed-request", vault.say(2, message, 0, SECOND));
    assertProblem("too-large", vault.say(2, message, 2, TestVault.state(7)));

    assertStored(1, 1, FIRST);
  }

  @Test
  void takesALargeAppendWithTheLargestState() {
    Bytes group = TestMls.groupId(conversation.bytes(), 1);
    Bytes message = TestMls.privateMessage(group, 1, 3, Limits.MESSAGE_BYTES - 128);

    assertEquals(201, vault.say(2, message, 2, OTHER).status());

    assertStored(2, 2, OTHER);
  }

  /** One that can't be stored takes neither a neighbour nor its own append with it. */
  @Test
  void letsOnePoisonousStateFailByItself() throws Exception {
    List<TestConversation> conversations = new ArrayList<>();
    List<TestVault> vaults = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      server.worker();
      TestConversation each = server.begunConversation();
      conversations.add(each);
      vaults.add(TestVault.made(each));
    }
    server.update(
        "CREATE TRIGGER poison BEFORE UPDATE ON vault FOR EACH ROW IF NEW.conversation_id = X'%s'"
                .formatted(conversations.get(7).bytes().toHex())
            + " THEN SIGNAL SQLSTATE '22000'; END IF");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestHttp.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < vaults.size(); i++) {
        TestVault each = vaults.get(i);
        Bytes message = TestMls.application(conversations.get(i).bytes(), 1, 1);
        answers.add(threads.submit(() -> each.say(2, message, 2, SECOND)));
      }

      for (int i = 0; i < answers.size(); i++) {
        assertEquals(i == 7 ? 500 : 201, answers.get(i).get().status());
      }
    } finally {
      server.update("DROP TRIGGER poison");
    }
    for (int i = 0; i < vaults.size(); i++) {
      conversation = conversations.get(i);
      assertEquals(i == 7 ? 1 : 2, latest());
      assertEquals(i == 7 ? "1" : "2", stored().getFirst().split(" ", -1)[0]);
    }
  }

  @Test
  void asksForNoVaultWhereNoneIsWritten() {
    server.update("RENAME TABLE vault TO vault_elsewhere");
    try {
      assertEquals(201, conversation.say(conversation.seeker(), 2, 1, 1).status());
      assertEquals(201, conversation.say(worker.seat(), 1, 1, 1).status());
      assertProblem("internal", vault.say(3, message(), 2, SECOND));
    } finally {
      server.update("RENAME TABLE vault_elsewhere TO vault");
    }
  }

  private Bytes message() {
    return TestMls.application(conversation.bytes(), 1, 1);
  }

  private int latest() {
    return conversation.seenBy(conversation.seeker()).get("latest").intValue();
  }

  private void assertStored(int latest, long version, Bytes state) {
    assertEquals(latest, latest());
    assertEquals(List.of(version + " " + state.sha256().toHex()), stored());
  }

  private List<String> stored() {
    return server.query(
        "SELECT CONCAT(version, ' ', SHA2(state, 256)) FROM vault WHERE conversation_id = X'"
            + conversation.bytes().toHex()
            + "'");
  }
}
