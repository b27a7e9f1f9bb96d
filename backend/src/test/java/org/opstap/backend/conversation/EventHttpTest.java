package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/** LOG-17. */
@MicronautTest(transactional = false)
class EventHttpTest implements TestDatabase {
  private static final int PATIENCE = 10;

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestSeat seeker;

  /** A conversation with one entry. */
  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    seeker = conversation.seeker();
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void opensAtOnceForWhoHasNoConversation() {
    try (TestStream stream = TestStream.open(server.seeker())) {
      assertEquals("event: beat", stream.nextOfAny(2).getFirst());
    }
  }

  @Test
  void beginsWithNewsOfEachConversation() {
    try (TestStream stream = TestStream.open(seeker)) {
      List<String> first = stream.next(PATIENCE);

      assertEquals(200, stream.status());
      assertEquals("text/event-stream", stream.contentType());
      assertEquals("no", stream.buffering());
      assertEquals(news(1), first);
    }
  }

  @Test
  void tellsTheOthersOfAnEntry() {
    try (TestStream stream = TestStream.open(worker.seat())) {
      stream.next(PATIENCE);

      conversation.say(seeker, 2, 1, 1);

      assertEquals(news(2), stream.next(PATIENCE));
    }
  }

  @Test
  void tellsANewcomerOfTheEntryThatLetsItIn() {
    TestTeam colleague = server.worker();
    try (TestStream stream = TestStream.open(colleague.seat())) {
      conversation.add(worker, 1, 1, 1, colleague);

      assertEquals(news(2), stream.next(PATIENCE));
    }
  }

  @Test
  void tellsTheOthersOfAnAcknowledgement() {
    try (TestStream stream = TestStream.open(worker.seat())) {
      stream.next(PATIENCE);

      conversation.acknowledge(seeker, 1);

      assertEquals(news(1), stream.next(PATIENCE));
    }
  }

  @Test
  void tellsTheOthersOfTheFixedContact() {
    try (TestStream stream = TestStream.open(seeker)) {
      stream.next(PATIENCE);

      worker.seat().put(conversation.path() + "/fixed-contact", Map.of());

      assertEquals(news(1), stream.next(PATIENCE));
    }
  }

  @Test
  void tellsTheOthersThatARemovalIsOwed() {
    TestTeam coordinator = server.worker();
    try (TestStream stream = TestStream.open(seeker)) {
      stream.next(PATIENCE);

      server.revoke(coordinator, worker.id());

      assertEquals(news(1), stream.next(PATIENCE));
    }
  }

  @Test
  void announcesNoForeignConversation() {
    TestSeat stranger = server.seeker();
    try (TestStream stream = TestStream.open(stranger)) {
      conversation.say(seeker, 2, 1, 1);

      assertTrue(stream.isSilent());
    }
  }

  @Test
  void announcesNothingToADeviceThatWasRemoved() {
    conversation.commit(seeker, 2, 1, 1, worker.id());
    try (TestStream stream = TestStream.open(worker.seat())) {
      conversation.say(seeker, 3, 1, 2);

      assertTrue(stream.isSilent());
    }
  }

  @Test
  void endsAnOlderStreamOfTheSameHolderAndSaysWhy() {
    try (TestStream older = TestStream.open(seeker)) {
      older.next(PATIENCE);

      try (TestStream newer = TestStream.open(seeker)) {
        assertEquals("event: replaced", older.next(PATIENCE).getFirst());
        assertTrue(older.endsWithin(PATIENCE));
        assertEquals(news(1), newer.next(PATIENCE));
      }
    }
  }

  @Test
  void goesOnTellingTheNewerStream() {
    try (TestStream older = TestStream.open(seeker);
        TestStream newer = TestStream.open(seeker)) {
      newer.next(PATIENCE);
      older.endsWithin(PATIENCE);

      conversation.say(worker.seat(), 1, 1, 1);

      assertEquals(news(2), newer.next(PATIENCE));
    }
  }

  @Test
  void endsWithItsSession() {
    server.clock().move(Duration.ofMinutes(10).minusSeconds(3));
    try (TestStream stream = TestStream.open(seeker)) {
      assertTrue(stream.endsWithin(PATIENCE));
    }
  }

  @Test
  void beatsEvery20Seconds() {
    try (TestStream stream = TestStream.open(seeker)) {
      stream.next(PATIENCE);

      List<String> beat = stream.nextOfAny(25);

      assertEquals("event: beat", beat.getFirst());
      assertFalse(beat.toString().contains(conversation.id()));
    }
  }

  @Test
  void opensForNobodyWithoutASignature() {
    TestHttp.Answer refused = server.http().get("/v1/events");

    assertProblem("signature-missing", refused);
  }

  private List<String> news(int latest) {
    return List.of(
        "event: news",
        "data: {\"conversation\":\"%s\",\"latest\":%d}".formatted(conversation.id(), latest));
  }
}
