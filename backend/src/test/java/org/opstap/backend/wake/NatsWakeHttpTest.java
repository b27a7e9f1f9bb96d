package org.opstap.backend.wake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micronaut.runtime.server.EmbeddedServer;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestNats;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.logging.CarefulLayout;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.slf4j.LoggerFactory;

/** Two nodes over one database and a real NATS (WAK-1 to WAK-5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NatsWakeHttpTest {
  private static final int SOON = 5;
  private static final int SECONDS = 8;
  private static final int PATIENCE = 20;
  private static final String CANARY = "canary9f2c";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Recorder recorder = new Recorder();

  private TestNats nats;
  private EmbeddedServer here;
  private EmbeddedServer there;
  private TestTeam worker;
  private TestConversation conversation;
  private TestStream stream;

  @BeforeAll
  void start() {
    recorder.setContext(root.getLoggerContext());
    recorder.start();
    root.addAppender(recorder);
    nats = TestNats.start();
    String url = nats.url().replace("//", "//" + CANARY + ":" + CANARY + "@");
    Map<String, String> database = TestDatabase.emptyDatabase();
    here = node(database, url);
    there = node(database, url);
  }

  @AfterAll
  void stop() {
    root.detachAppender(recorder);
    here.close();
    there.close();
    nats.close();
  }

  /** A conversation that is written to here, and its worker's stream there. */
  @BeforeEach
  void begin() {
    awaitNats();
    TestServer server = here.getApplicationContext().getBean(TestServer.class);
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    TestServer other = there.getApplicationContext().getBean(TestServer.class);
    stream = TestStream.open(worker.seat().at(other.http()));
    assertEquals(news(1), stream.next(PATIENCE));
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void wakesAStreamOnAnotherNode() {
    conversation.say(conversation.seeker(), 2, 1, 1);

    assertEquals(news(2), stream.next(SOON));
  }

  /** WAK-6: her seat moved to another phone, which came back here. */
  @Test
  void endsAStreamOnAnotherNode() {
    TestVault vault = TestVault.made(conversation);
    TestServer other = there.getApplicationContext().getBean(TestServer.class);
    try (TestStream hers = TestStream.open(conversation.seeker().at(other.http()))) {
      assertEquals(news(1), hers.next(PATIENCE));

      vault.comeBack(TestVault.key());

      assertTrue(hers.endsWithin(SOON));
    }
  }

  @Test
  @SuppressWarnings("try") // its close may be interrupted
  void sendsOneMessageOfIdentifiersAndTheSequence() throws Exception {
    try (Connection connection = Nats.connect(nats.url())) {
      Subscription all = connection.subscribe(">");
      connection.flush(Duration.ofSeconds(PATIENCE));

      conversation.say(conversation.seeker(), 2, 1, 1);

      byte[] message = all.nextMessage(Duration.ofSeconds(PATIENCE)).getData();
      WakeMessage wake = WakeMessage.decode(message).orElseThrow();
      assertEquals(new News(ConversationId.parse(conversation.id()), 2), wake.news());
      assertEquals(25 + 17 * wake.holders().size(), message.length);
      assertTrue(wake.holders().contains(DeviceId.parse(worker.id())));
    }
  }

  @Test
  @SuppressWarnings("try") // its close may be interrupted
  void takesADoubledWakeUpAndOneThatNoNodeSent() throws Exception {
    News now = new News(ConversationId.parse(conversation.id()), 1);
    byte[] message = WakeMessage.encode(now, List.of(DeviceId.parse(worker.id()))).getFirst();
    try (Connection connection = Nats.connect(nats.url())) {
      connection.publish(NatsWake.SUBJECT, message);
      assertEquals(news(1), stream.next(SOON));
      connection.publish(
          NatsWake.SUBJECT, CANARY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      connection.publish(NatsWake.SUBJECT, message);
      assertEquals(news(1), stream.next(SOON));
    }

    conversation.say(conversation.seeker(), 2, 1, 1);

    assertEquals(news(2), stream.next(SOON));
  }

  @Test
  void findsALostWakeUpWhileNatsIsThere() {
    here.getApplicationContext()
        .getBean(TestServer.class)
        .update("UPDATE conversation SET latest = 5 WHERE latest = 1");
    LatestComparison comparison = there.getApplicationContext().getBean(LatestComparison.class);

    for (Duration waited = Duration.ZERO;
        waited.compareTo(LatestComparison.PAUSE_WITH_NATS) < 0;
        waited = waited.plus(LatestComparison.PAUSE)) {
      comparison.compareIfDue();
    }

    assertEquals(news(5), stream.next(SOON));
  }

  @Test
  void wakesWithinSecondsWithoutNatsAndGoesOnWhenItIsBack() throws Exception {
    nats.kill();
    conversation.say(conversation.seeker(), 2, 1, 1);
    assertEquals(news(2), stream.next(SECONDS));
    conversation.say(conversation.seeker(), 3, 1, 1);
    assertEquals(news(3), stream.next(SECONDS));

    nats.startAgain();
    awaitNats();
    // The comparison that looks for what was missed is over: the next one is half a minute away.
    Thread.sleep(LatestComparison.PAUSE.multipliedBy(2));
    conversation.say(conversation.seeker(), 4, 1, 1);

    assertEquals(news(4), stream.next(SOON));
  }

  @Test
  void startsWithoutNats() {
    try (EmbeddedServer alone =
        node(TestNodes.databaseOf(here), "nats://127.0.0.1:" + TestNats.freePort())) {
      TestServer server = alone.getApplicationContext().getBean(TestServer.class);
      try (TestStream late = TestStream.open(worker.seat().at(server.http()))) {
        assertEquals(news(1), late.next(PATIENCE));

        conversation.say(conversation.seeker(), 2, 1, 1);

        assertEquals(news(2), late.next(SECONDS));
      }
    }
  }

  /** The library would log addresses, and the password with them. */
  @Test
  void logsNoAddress() {
    nats.kill();
    await(() -> nodes().stream().allMatch(NatsWake::isAway));
    nats.startAgain();
    awaitNats();

    String lines = recorder.lines.toString();
    assertTrue(lines.contains("NATS is away") && lines.contains("NATS is there"), lines);
    assertTrue(!lines.contains(CANARY) && !lines.contains("127.0.0.1"), lines);
  }

  private void awaitNats() {
    await(() -> nodes().stream().noneMatch(NatsWake::isAway));
  }

  private List<NatsWake> nodes() {
    return List.of(
        here.getApplicationContext().getBean(NatsWake.class),
        there.getApplicationContext().getBean(NatsWake.class));
  }

  private static void await(BooleanSupplier reached) {
    long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE).toNanos();
    while (!reached.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it took too long");
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static EmbeddedServer node(Map<String, String> database, String natsUrl) {
    return TestNodes.start(database, "opstap.nats-url", natsUrl);
  }

  private List<String> news(int latest) {
    return List.of(
        "event: news",
        "data: {\"conversation\":\"%s\",\"latest\":%d}".formatted(conversation.id(), latest));
  }

  /** What the log would have got. */
  private static final class Recorder extends AppenderBase<ILoggingEvent> {
    private final CarefulLayout layout = new CarefulLayout();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(layout.doLayout(event));
    }
  }
}
