package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.wire.Bytes;

/** Makes the payload that comes after the current release. */
final class NextRelease {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private NextRelease() {}

  /** What would be in it if it was exported now, without number, dates and keys of servers. */
  static ObjectNode content(@Nullable Release current, PendingChanges changes) {
    ObjectNode before = current == null ? empty() : Release.FORMAT.payload(current);
    // Announced once: the release after it is signed by that key already.
    before.remove("nextOperatorKey");
    ObjectNode content = changes.applyTo(before);
    for (JsonNode programme : content.path("programmes")) {
      ProgrammeEntry.complete(programme);
    }
    return content;
  }

  /**
   * The whole payload.
   *
   * @param gatewayKeyDigests empty where those of the current release stay
   */
  static ObjectNode payload(
      @Nullable Unverified<Release> current,
      PendingChanges changes,
      List<Bytes> issuerKeyDigests,
      Optional<List<Bytes>> gatewayKeyDigests,
      Instant now,
      Duration life) {
    Release before = current == null ? null : current.unverifiedContent();
    ObjectNode payload = content(before, changes);
    payload
        .put("number", before == null ? 1 : before.number() + 1)
        .put("previous", current == null ? null : current.digest().toBase64Url())
        .put("issuedOn", LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
        .put("validUntil", now.truncatedTo(ChronoUnit.SECONDS).plus(life).toString());
    put(payload, "issuerKeyDigests", issuerKeyDigests);
    gatewayKeyDigests.ifPresent(digests -> put(payload, "gatewayKeyDigests", digests));
    return payload;
  }

  private static ObjectNode empty() {
    ObjectNode payload =
        JSON.createObjectNode()
            .put("type", "opstap-directory-release")
            .put("version", 1)
            .put("sample", false);
    for (String list : List.of("programmes", "issuerKeyDigests", "relays", "gatewayKeyDigests")) {
      payload.putArray(list);
    }
    return payload;
  }

  private static void put(ObjectNode payload, String member, List<Bytes> digests) {
    ArrayNode texts = payload.putArray(member);
    digests.stream().map(Bytes::toBase64Url).forEach(texts::add);
  }
}
