package org.opstap.backend.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** VLT-9, VLT-11 and VLT-13: returns beside other requests about the same conversation. */
@MicronautTest(transactional = false)
class ReturnRaceHttpTest implements TestDatabase {
  private static final int ROUNDS = 8;

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
  }

  @Test
  void letsTheLastOfManyAtOnceHaveTheSeat() throws Exception {
    TestConversation conversation = server.conversation();
    TestVault vault = TestVault.made(conversation);
    List<Ed25519PrivateKey> keys = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      keys.add(TestVault.key());
    }

    List<TestHttp.Answer> answers = atOnce(keys, key -> () -> vault.comeBack(key));

    answers.forEach(answer -> assertEquals(200, answer.status(), answer.body()));
    int seated = 0;
    for (Ed25519PrivateKey key : keys) {
      seated += prove(conversation, key).status() == 201 ? 1 : 0;
    }
    assertEquals(1, seated);
  }

  @Test
  void letsOneOfManyVaultsHaveAKey() throws Exception {
    Ed25519PrivateKey key = TestVault.key();
    List<TestVault> vaults = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      vaults.add(TestVault.made(server.conversation()));
    }

    List<TestHttp.Answer> answers = atOnce(vaults, vault -> () -> vault.comeBack(key));

    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> assertProblem("seat-key-taken", answer));
  }

  /** Either the append is in the state that the return gives, or it was not stored. */
  @Test
  void storesAnAppendBeforeTheReturnOrNotAtAll() throws Exception {
    Bytes later = TestVault.state();
    for (int round = 0; round < ROUNDS; round++) {
      server.worker();
      TestConversation conversation = server.begunConversation();
      TestVault vault = TestVault.made(conversation);
      Ed25519PrivateKey key = TestVault.key();
      Bytes message = TestMls.application(conversation.bytes(), 1, 1);
      List<Callable<TestHttp.Answer>> both =
          List.of(() -> vault.say(2, message, 2, later), () -> vault.comeBack(key));

      List<TestHttp.Answer> answers = atOnce(both, each -> each);

      TestHttp.Answer append = answers.getFirst();
      TestHttp.Answer back = answers.getLast();
      assertEquals(200, back.status(), back.body());
      boolean isStored = append.status() == 201;
      if (!isStored) {
        assertProblem("seat-moved", append);
      }
      assertEquals(isStored ? 2 : 1, back.json().get("version").intValue());
      TestSeat here = TestSeat.signIn(server.http(), conversation.seeker().holder(), key);
      assertEquals(isStored ? 2 : 1, conversation.seenBy(here).get("latest").intValue());
    }
  }

  /** Signed in time, and not yet stored when the seat goes: it waits for the conversation. */
  @Test
  void storesNothingThatTheFormerKeySignedBefore() throws Exception {
    server.worker();
    TestConversation conversation = server.begunConversation();
    TestVault vault = TestVault.made(conversation);
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);
    Bytes state = TestVault.state();
    List<Callable<TestHttp.Answer>> requests =
        List.of(
            () -> vault.say(2, message, 2, state),
            () -> vault.write(2, state),
            () -> vault.remove(),
            () -> TestVault.of(conversation).make(state));
    for (Callable<TestHttp.Answer> request : requests) {
      String key = server.query(keyOf(conversation)).getFirst();
      assertProblem("seat-moved", movedMeanwhile(conversation, request));
      server.update(
          "UPDATE pseudonym SET public_key = X'%s'%s".formatted(key, where(conversation)));
    }

    assertEquals(1, conversation.seenBy(conversation.seeker()).get("latest").intValue());
    assertEquals(
        List.of("1"),
        server.query(
            "SELECT version FROM vault WHERE conversation_id = X'%s'"
                .formatted(conversation.bytes().toHex())));
  }

  /** The answer to a request that waits for its conversation while the seat gets another key. */
  private TestHttp.Answer movedMeanwhile(
      TestConversation conversation, Callable<TestHttp.Answer> request) throws Exception {
    try (Connection other = TestDatabase.connect(TestDatabase.access());
        Statement statement = other.createStatement();
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      statement.execute("SET SESSION idle_transaction_timeout = 0");
      other.setAutoCommit(false);
      statement.execute(
          "SELECT * FROM conversation WHERE conversation_id = X'%s' FOR UPDATE"
              .formatted(conversation.bytes().toHex()));
      Future<TestHttp.Answer> waiting = thread.submit(request);
      awaitLockWait(waiting);
      statement.execute(
          "UPDATE pseudonym SET public_key = X'%s'%s"
              .formatted(TestVault.key().publicKey().value().toHex(), where(conversation)));
      other.commit();
      return waiting.get();
    }
  }

  private void awaitLockWait(Future<TestHttp.Answer> waiting) throws InterruptedException {
    String query =
        "SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE command = 'Execute' AND info LIKE 'SELECT%FOR UPDATE'";
    while (server.query(query).getFirst().equals("0")) {
      assertTrue(!waiting.isDone(), "the request waits for the conversation");
      Thread.sleep(1);
    }
  }

  private static String keyOf(TestConversation conversation) {
    return "SELECT HEX(public_key) FROM pseudonym" + where(conversation);
  }

  private static String where(TestConversation conversation) {
    return (" WHERE pseudonym_id = (SELECT pseudonym_id FROM conversation WHERE conversation_id ="
            + " X'%s')")
        .formatted(conversation.bytes().toHex());
  }

  private TestHttp.Answer prove(TestConversation conversation, Ed25519PrivateKey key) {
    String holder = conversation.seeker().holder();
    String challenge =
        server.http().post("/v1/session-challenges", Map.of("holder", holder)).text("challenge");
    return server
        .http()
        .post("/v1/sessions", TestSeat.proof(server.http(), holder, key, challenge));
  }

  private static <T> List<TestHttp.Answer> atOnce(
      List<T> of, Function<T, Callable<TestHttp.Answer>> request) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestHttp.Answer>> answers =
          of.stream().map(each -> threads.submit(request.apply(each))).toList();
      List<TestHttp.Answer> all = new ArrayList<>();
      for (Future<TestHttp.Answer> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
