package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;

/** LOG-1 to LOG-3. */
@MicronautTest(transactional = false)
class OpeningHttpTest implements TestDatabase {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
  }

  @Test
  void opensAConversation() {
    TestSeat seeker = server.seeker();
    String programme = server.programme(0).toText();

    TestHttp.Answer opened = open(seeker, programme);

    assertEquals(201, opened.status());
    assertEquals(
        "{\"conversation\":\"%s\",\"programme\":\"%s\",\"generation\":0,\"epoch\":0,\"latest\":0,"
                .formatted(opened.text("conversation"), programme)
            + "\"members\":[{\"holder\":\"%s\",\"acknowledged\":0,\"joinedAt\":0}],\"removalOwed\":[],"
                .formatted(seeker.holder())
            + "\"fixedContact\":null,\"successor\":null,\"answerBy\":null,\"waiting\":null,\"attended\":false,"
            + "\"self\":{\"joinedAt\":0,\"acknowledged\":0,\"lastAppend\":null}}",
        opened.body());
  }

  @Test
  void givesAPseudonymTheSameConversationAgain() {
    TestSeat seeker = server.seeker();
    TestHttp.Answer first = open(seeker, server.programme(0).toText());

    TestHttp.Answer again = open(seeker, server.programme(0).toText());

    assertEquals(first.body(), again.body());
    assertEquals(first.status(), again.status());
  }

  @Test
  void opensNoSecondConversationForAPseudonym() {
    TestSeat seeker = server.seeker();
    open(seeker, server.programme(0).toText());

    TestHttp.Answer refused = open(seeker, server.programme(1).toText());

    assertProblem("conversation-exists", refused);
  }

  @Test
  void opensAConversationForEachPseudonym() {
    TestHttp.Answer one = open(server.seeker(), server.programme(0).toText());
    TestHttp.Answer other = open(server.seeker(), server.programme(0).toText());

    assertNotEquals(one.text("conversation"), other.text("conversation"));
  }

  @Test
  void refusesAProgrammeThatIsNotInTheDirectory() {
    TestHttp.Answer refused = open(server.seeker(), ProgrammeId.random(RANDOM).toText());

    assertProblem("programme-unavailable", refused);
  }

  @Test
  void opensNothingForADevice() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = open(worker.seat(), server.programme(0).toText());

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void listsTheConversationsThatTheCallerHasASeatIn() {
    TestTeam worker = server.worker();
    TestConversation one = server.begunConversation();
    TestConversation other = server.begunConversation();
    server.conversation();

    TestHttp.Answer list = worker.seat().get("/v1/conversations");

    assertEquals(
        Stream.of(one.id(), other.id()).sorted().toList(),
        list.json()
            .get("conversations")
            .valueStream()
            .map(found -> found.get("conversation").asText())
            .toList());
  }

  @Test
  void listsNothingToWhoHasNoSeat() {
    server.conversation();

    TestHttp.Answer list = server.seeker().get("/v1/conversations");

    assertEquals("{\"conversations\":[],\"erased\":[]}", list.body());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void hidesAConversationFromOtherSeekers(Route route) {
    String foreign = server.conversation().id();

    TestHttp.Answer refused = route.call(server.seeker(), foreign);

    assertProblem("conversation-not-found", refused);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void hidesAConversationFromDevicesWithoutASeat(Route route) {
    String foreign = server.conversation().id();
    TestTeam worker = server.worker();

    TestHttp.Answer refused = route.call(worker.seat(), foreign);

    assertProblem("conversation-not-found", refused);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void tellsASeekerNothingElseOfAConversationThatThereIsNot(Route route) {
    String unknown = ConversationId.random(RANDOM).toText();

    TestHttp.Answer refused = route.call(server.seeker(), unknown);

    assertProblem("conversation-not-found", refused);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void tellsADeviceNothingElseOfAConversationThatThereIsNot(Route route) {
    String unknown = ConversationId.random(RANDOM).toText();
    TestTeam worker = server.worker();

    TestHttp.Answer refused = route.call(worker.seat(), unknown);

    assertProblem("conversation-not-found", refused);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void hidesAConversationFromADeviceThatWasRemoved(Route route) {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    conversation.commit(conversation.seeker(), 2, 1, 1, worker.id());

    TestHttp.Answer refused = route.call(worker.seat(), conversation.id());

    assertProblem("conversation-not-found", refused);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesAnIdentifierThatIsNone(Route route) {
    TestHttp.Answer refused = route.call(server.seeker(), "cnv_1");

    assertProblem("malformed-identifier", refused);
  }

  private static TestHttp.Answer open(TestSeat seat, String programme) {
    return seat.post("/v1/conversations", Map.of("programme", programme));
  }

  private static List<Route> routes() {
    return List.of(
        new Route("GET", "", id -> ""),
        new Route("GET", "/entries?after=0&limit=1", id -> ""),
        new Route(
            "POST",
            "/claims",
            id -> Map.of("generation", 1, "device", DeviceId.random(RANDOM).toText())),
        new Route("POST", "/entries", OpeningHttpTest::entry),
        new Route("PUT", "/acknowledgement", id -> Map.of("sequence", 1)),
        new Route("PUT", "/fixed-contact", id -> Map.of()));
  }

  private static Object entry(String id) {
    return Map.of(
        "number",
        1,
        "message",
        TestMls.application(
                id.length() == 31
                    ? ConversationId.parse(id).toBytes()
                    : ConversationId.random(RANDOM).toBytes(),
                1,
                1)
            .toBase64Url());
  }

  private record Route(
      String method, String path, java.util.function.Function<String, Object> body) {
    TestHttp.Answer call(TestSeat seat, String conversation) {
      return seat.send(
          method, "/v1/conversations/" + conversation + path, body.apply(conversation));
    }

    @Override
    public String toString() {
      return method + " /v1/conversations/{conversation}" + path;
    }
  }
}
