package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;

/** What becomes of a batch when one of its appends, or the database, is in trouble. */
@MicronautTest(transactional = false)
class WriterHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
    server.worker();
  }

  @Test
  void letsOnePoisonousAppendFailByItself() throws Exception {
    List<TestConversation> conversations = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      server.worker();
      conversations.add(server.begunConversation());
    }
    server.update(
        "CREATE TRIGGER poison BEFORE INSERT ON entry FOR EACH ROW IF NEW.conversation_id = X'%s'"
                .formatted(conversations.get(7).bytes().toHex())
            + " THEN SIGNAL SQLSTATE '22000'; END IF");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestHttp.Answer>> answers =
          conversations.stream()
              .map(each -> threads.submit(() -> each.say(each.seeker(), 2, 1, 1)))
              .toList();

      for (int i = 0; i < answers.size(); i++) {
        assertEquals(i == 7 ? 500 : 201, answers.get(i).get().status());
      }
    } finally {
      server.update("DROP TRIGGER poison");
    }
  }

  @Test
  void takesTheLockOfANodeThatStandsStill() throws Exception {
    TestConversation conversation = server.begunConversation();
    try (Connection other = TestDatabase.connect(TestDatabase.access())) {
      lock(other, conversation);

      assertEquals(201, conversation.say(conversation.seeker(), 2, 1, 1).status());
    }
  }

  /** The batch waits behind a lock, is tried again, and the retry finds what it did. */
  @Test
  void storesOnceWhatWaitedLongerThanItsLock() throws Exception {
    TestConversation conversation = server.begunConversation();
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);
    TestHttp.Answer refused;
    try (Connection other = TestDatabase.connect(TestDatabase.access());
        Statement statement = other.createStatement()) {
      statement.execute("SET SESSION idle_transaction_timeout = 0");
      lock(other, conversation);
      refused =
          conversation
              .seeker()
              .sendOnce(
                  "POST",
                  conversation.path() + "/entries",
                  Map.of("number", 2, "message", message.toBase64Url()));
      Thread.sleep(1_700);
      other.rollback();
    }
    assertProblem("unavailable", refused);
    assertEquals(Optional.of("2"), refused.headers().firstValue("Retry-After"));

    TestHttp.Answer first = conversation.append(conversation.seeker(), 2, message, Map.of());
    TestHttp.Answer second = conversation.append(conversation.seeker(), 2, message, Map.of());

    assertEquals(first.body(), second.body());
    assertEquals(2, conversation.seenBy(conversation.seeker()).get("latest").intValue());
  }

  private static void lock(Connection other, TestConversation conversation) throws SQLException {
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute(
          "SELECT * FROM conversation WHERE conversation_id = X'%s' FOR UPDATE"
              .formatted(conversation.bytes().toHex()));
    }
  }
}
