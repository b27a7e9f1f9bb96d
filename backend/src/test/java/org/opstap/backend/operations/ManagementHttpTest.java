package org.opstap.backend.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.database.EmbeddedDatabase;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.database.TestFolder;

/** OPS-1, OPS-2, OPS-4. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementHttpTest implements TestPropertyProvider {
  @Inject ManagementServer management;
  @Inject MeterRegistry registry;
  @Inject TestServer server;

  @Override
  public Map<String, String> getProperties() {
    Map<String, String> properties = TestDatabase.emptyDatabase();
    properties.put("opstap.management-port", "0");
    return properties;
  }

  @Test
  void isReadyWhenItServes() {
    TestHttp.Answer answer = http(management).get("/ready");

    assertEquals(200, answer.status());
    assertEquals("ready\n", answer.body());
  }

  @Test
  void isNotReadyWhenTheDatabaseIsAway(@TempDir Path folder) {
    EmbeddedDatabase database = TestDatabase.separate(folder);
    database.start();
    try (EmbeddedServer other = node(database.access(), folder)) {
      TestHttp http = http(other.getApplicationContext().getBean(ManagementServer.class));
      assertEquals(200, http.get("/ready").status());

      database.close();

      TestHttp.Answer answer = http.get("/ready");
      assertEquals(503, answer.status());
      assertEquals("not ready\n", answer.body());
    } finally {
      database.close();
    }
  }

  @Test
  void isNotReadyWhenAPartIsNot() {
    boolean[] accepts = {true};
    ReadyWhen planted = () -> accepts[0];
    try (EmbeddedServer other = node(TestDatabase.access(), TestFolder.DATA, planted)) {
      TestHttp http = http(other.getApplicationContext().getBean(ManagementServer.class));
      assertEquals(200, http.get("/ready").status());

      accepts[0] = false;

      assertEquals(503, http.get("/ready").status());
      assertEquals(503, http.get("/health").status());
    }
  }

  @Test
  void saysWhoDoesTheCryptography() {
    TestHttp.Answer answer = http(management).get("/health");

    assertEquals(200, answer.status());
    assertEquals(
        """
        ready
        rsa: AmazonCorrettoCryptoProvider
        ed25519: AmazonCorrettoCryptoProvider
        hpke-x25519: Conscrypt
        hpke-x-wing: Conscrypt
        """,
        answer.body());
  }

  @Test
  void saysWhichProviderIsNotUsedAndGoesOnWithoutIt() {
    Map<String, Object> properties = properties(TestDatabase.access(), TestFolder.DATA);
    properties.put("opstap.management-port", 0);
    properties.put("opstap.test.broken-libraries", true);
    try (EmbeddedServer other = ApplicationContext.run(EmbeddedServer.class, properties)) {
      TestHttp http = http(other.getApplicationContext().getBean(ManagementServer.class));

      TestHttp.Answer answer = http.get("/health");

      assertEquals(200, answer.status());
      assertTrue(
          answer
              .body()
              .contains("hpke-x25519: BouncyCastle (Conscrypt is not used: a wrong answer)"),
          answer.body());
    }
  }

  @Test
  void answersNothingElse() {
    TestHttp http = http(management);

    assertEquals(404, http.get("/").status());
    assertEquals(404, http.get("/metrics/").status());
    assertEquals(404, http.get("/v1/directory/release").status());
    assertEquals(405, http.post("/ready", "").status());
    assertEquals(405, http.post("/health", "").status());
  }

  @Test
  void isNoRouteOfTheServer() {
    assertEquals(404, server.http().get("/ready").status());
    assertEquals(404, server.http().get("/health").status());
    assertEquals(404, server.http().get("/metrics").status());
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThrows(ConnectException.class, () -> connect(address));
        }
      }
    }
    connect(InetAddress.getLoopbackAddress());
  }

  @Test
  void isOffUnlessAsked() {
    Map<String, Object> properties = properties(TestDatabase.access(), TestFolder.DATA);
    try (EmbeddedServer other = ApplicationContext.run(EmbeddedServer.class, properties)) {
      ApplicationContext context = other.getApplicationContext();
      assertEquals(200, new TestHttp(other.getURI()).get("/.well-known/opstap").status());
      assertTrue(context.findBean(ManagementServer.class).isEmpty());
      context.getBean(MeterRegistry.class).counter("opstap.planted").increment();
    }
  }

  @Test
  void countsStreams() {
    try (TestStream stream = TestStream.open(server.seeker())) {
      assertEquals(200, stream.status());

      assertTrue(scrape().contains("opstap_streams 1.0\n"), scrape());
    }
  }

  @Test
  void countsTokensAndBrokenPromisesFromTheStart() {
    try (EmbeddedServer other = node(TestDatabase.access(), TestFolder.DATA)) {
      String metrics =
          http(other.getApplicationContext().getBean(ManagementServer.class))
              .get("/metrics")
              .body();

      for (String name :
          List.of(
              "issued_total",
              "requests_refused_total",
              "spent_total",
              "refused_total",
              "waiting")) {
        assertTrue(metrics.contains("opstap_tokens_" + name + " 0.0\n"), metrics);
      }
      for (String step : List.of("backup", "next")) {
        assertTrue(metrics.contains("opstap_waiting_steps_" + step + "_total 0.0\n"), metrics);
      }
    }
  }

  @Test
  void hasNoSeriesThatGrowsWithUsersOrConversations() {
    use();
    Set<String> before = series();

    use();
    use();

    assertEquals(before, series());
  }

  /** The check above sees what it is there for. */
  @Test
  void findsAPlantedLabelThatGrows() {
    registry.counter("opstap.planted", "conversation", server.conversation().id()).increment();
    Set<String> before = series();

    registry.counter("opstap.planted", "conversation", server.conversation().id()).increment();

    Set<String> grown = series();
    grown.removeAll(before);
    assertEquals(1, grown.size(), grown.toString());
  }

  /** A team, a phone, a conversation, a message, a stream. */
  private void use() {
    server.begin();
    server.worker();
    var conversation = server.begunConversation();
    try (TestStream stream = TestStream.open(conversation.seeker())) {
      stream.next(10);
      conversation.say(conversation.seeker(), 2, 1, 1);
      conversation.acknowledge(conversation.seeker(), 2);
    }
  }

  private String scrape() {
    return http(management).get("/metrics").body();
  }

  /** Names with labels, without values. */
  private Set<String> series() {
    Set<String> series = new TreeSet<>();
    scrape()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> series.add(line.substring(0, line.lastIndexOf(' '))));
    return series;
  }

  private void connect(InetAddress address) throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, management.port()), 2_000);
    }
  }

  private static TestHttp http(ManagementServer management) {
    return new TestHttp(URI.create("http://127.0.0.1:" + management.port()));
  }

  private static EmbeddedServer node(DatabaseAccess database, Path data, ReadyWhen... parts) {
    Map<String, Object> properties = properties(database, data);
    properties.put("opstap.management-port", 0);
    return ApplicationContext.builder(properties)
        .singletons((Object[]) parts)
        .start()
        .getBean(EmbeddedServer.class)
        .start();
  }

  private static Map<String, Object> properties(DatabaseAccess database, Path data) {
    Map<String, Object> properties = new HashMap<>(database.dataSourceProperties());
    properties.put("opstap.data", data.toAbsolutePath().toString());
    properties.put("opstap.samples", "true");
    properties.put("micronaut.server.port", -1);
    return properties;
  }
}
