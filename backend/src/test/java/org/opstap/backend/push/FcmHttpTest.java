package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.push.TestPushService.Asked;
import org.opstap.protocol.push.PushTarget.Fcm;
import org.opstap.protocol.push.WakeDelay;
import org.opstap.protocol.wire.Bytes;

/** PUS-9 and PUS-13 with an app on Android, whose capsules the Java client makes. */
@MicronautTest(transactional = false)
class FcmHttpTest implements TestDatabase {
  private static final int PATIENCE = 20;
  private static final TestPushService GOOGLE = TestPushService.start();

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestCapsules capsules;

  @Override
  public Map<String, String> getProperties() {
    Map<String, String> properties = TestDatabase.super.getProperties();
    properties.put("opstap.test-push-service", GOOGLE.authority());
    properties.put("opstap.firebase-credentials", TestServiceAccount.write(GOOGLE).toString());
    return properties;
  }

  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    capsules = TestCapsules.of(server.http(), conversation.id());
  }

  @AfterAll
  static void end() {
    GOOGLE.close();
  }

  @Test
  void wakesAnAppWithTheSameNoticeWhateverHappened() {
    Bytes said = TestMls.application(conversation.bytes(), 1, 1);
    Bytes commit = TestMls.commit(conversation.bytes(), 1, 1);

    append(1, said, new Fcm("a:token"));
    Asked first = GOOGLE.next(PATIENCE);
    append(2, commit, new Fcm("a:token"));
    Asked second = GOOGLE.next(PATIENCE);

    assertTrue(server.http().get("/v1/push/key").json().get("fcm").asBoolean());
    assertEquals("POST /v1/projects/opstap-test/messages:send", first.line());
    assertEquals("Bearer of-the-test", first.header("Authorization"));
    assertEquals(
        "{\"message\":{\"android\":{\"collapse_key\":\"n\",\"priority\":\"high\",\"ttl\":\"2419200s\"},"
            + "\"data\":{\"n\":\"1\"},\"token\":\"a:token\"}}",
        first.text());
    assertEquals(first.line(), second.line());
    assertEquals(first.body(), second.body());
    assertEquals(first.headers(), second.headers());
  }

  @Test
  void tellsTheSenderOfAnAppThatIsGone() {
    GOOGLE.tell(
        "a:gone",
        404,
        "{\"error\":{\"code\":404,\"status\":\"NOT_FOUND\",\"message\":\"gone\",\"details\":[{"
            + "\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\","
            + "\"errorCode\":\"UNREGISTERED\"}]}}");
    Bytes capsule = capsules.of(new Fcm("a:gone"), WakeDelay.NONE);
    try (TestStream stream = TestStream.open(worker.seat())) {
      stream.next(PATIENCE);

      conversation.append(
          worker.seat(),
          1,
          TestMls.application(conversation.bytes(), 1, 1),
          TestCapsules.member(capsule));

      List<String> event = stream.next(PATIENCE);
      if (event.getFirst().equals("event: news")) {
        event = stream.next(PATIENCE);
      }
      assertEquals("event: capsule-expired", event.getFirst());
      GOOGLE.next(PATIENCE);
    }
  }

  private void append(long number, Bytes message, Fcm app) {
    Bytes capsule = capsules.of(app, WakeDelay.NONE);
    assertEquals(
        201,
        conversation.append(worker.seat(), number, message, TestCapsules.member(capsule)).status());
  }
}
