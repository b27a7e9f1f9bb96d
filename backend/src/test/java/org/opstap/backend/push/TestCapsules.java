package org.opstap.backend.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opstap.backend.client.TestHttp;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.push.CapsuleContent;
import org.opstap.protocol.push.PushCapsule;
import org.opstap.protocol.push.PushKey;
import org.opstap.protocol.push.PushTarget;
import org.opstap.protocol.push.WakeDelay;
import org.opstap.protocol.wire.Bytes;

/** Makes capsules as a device does that is a member of a conversation. */
record TestCapsules(PushKey key, String conversation) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static TestCapsules of(TestHttp http, String conversation) {
    JsonNode offered = http.get("/v1/push/key").json();
    return new TestCapsules(
        new PushKey(
            offered.get("id").asInt(), Bytes.fromBase64Url(offered.get("publicKey").asText())),
        conversation);
  }

  Bytes of(PushTarget target, WakeDelay delay, Instant expiresAt) {
    return PushCapsule.seal(
            key,
            ConversationId.parse(conversation),
            new CapsuleContent(expiresAt.truncatedTo(ChronoUnit.SECONDS), delay, target),
            RANDOM)
        .bytes();
  }

  /** One that lives for a day. */
  Bytes of(PushTarget target, WakeDelay delay) {
    return of(target, delay, Instant.now().plus(Duration.ofDays(1)));
  }

  /** The member of an append. */
  static Map<String, List<String>> member(Bytes... capsules) {
    return Map.of("capsules", Stream.of(capsules).map(Bytes::toBase64Url).toList());
  }
}
