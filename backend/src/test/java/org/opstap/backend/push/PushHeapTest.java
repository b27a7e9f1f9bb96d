package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.Application;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.database.TestFolder;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.push.PushTarget;
import org.opstap.protocol.push.PushTarget.Fcm;
import org.opstap.protocol.push.PushTarget.WebPush;
import org.opstap.protocol.push.WakeDelay;
import org.opstap.protocol.wire.Bytes;

/**
 * PUS-10: what a server has woken is found nowhere a minute later: not in the live objects of its
 * process, its words, its figures or the database's files. The search finds what is planted there,
 * and all of it while a push service leaves the requests unanswered.
 */
@MicronautTest(transactional = false)
class PushHeapTest implements TestDatabase {
  private static final int PATIENCE = 20;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;
  @Inject StaffService staff;

  @TempDir Path folder;

  @Test
  void keepsNothingOfWhomItWoke() throws Exception {
    String planted = "planted-" + canary();
    try (TestPushService service = TestPushService.start();
        Server process = Server.start(folder, service, planted)) {
      TestTeam worker = TestTeam.join(process.http(), staff, server.programme(0), 2);
      TestConversation conversation = TestConversation.open(process.http(), server.programme(0));
      assertEquals(201, conversation.begin(1, 1).status());
      TestCapsules capsules = TestCapsules.of(process.http(), conversation.id());
      String path = "/send/" + canary();
      String token = "a:" + canary();
      WebPush phone = TestUserAgent.generate(RANDOM).at(service.endpoint(path));
      Map<String, byte[]> sought = new HashMap<>();
      add(sought, "planted", planted);
      add(sought, "endpoint", path);
      add(sought, "token", token);
      add(sought, "key as text", phone.publicKey().toBase64Url().substring(0, 80));
      sought.put("key", phone.publicKey().slice(1, 65).toByteArray());
      sought.put("secret", phone.secret().exposeSecret());
      assertFinds(sought, token);
      Runnable wakeBoth =
          () -> {
            for (PushTarget target : List.of(phone, new Fcm(token))) {
              append(worker, conversation, capsules.of(target, WakeDelay.NONE));
              service.next(PATIENCE);
            }
          };

      Set<String> during = Set.of();
      for (int i = 0; i < 5 && !during.containsAll(Set.of("endpoint", "token")); i++) {
        service.hold();
        wakeBoth.run();
        during = names(process.dump(sought));
        service.release();
      }
      assertTrue(during.containsAll(Set.of("endpoint", "token", "planted")), during::toString);

      wakeBoth.run();
      Thread.sleep(IDLE);

      assertEquals(Set.of("planted"), names(process.dump(sought)));
      for (String said : List.of(process.said(), process.metrics())) {
        assertFalse(said.contains(path) || said.contains(token), said);
      }
      assertTrue(process.metrics().contains("opstap_push_sent_total "), process.metrics());
      try (Stream<Path> files = Files.walk(TestFolder.DATA.resolve("mariadb"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertEquals(Set.of(), names(HeapSearch.find(file, sought)), file.toString());
        }
      }
    }
  }

  private static void append(TestTeam worker, TestConversation conversation, Bytes capsule) {
    JsonNode last = conversation.seenBy(worker.seat()).get("self").get("lastAppend");
    long number = last.isNull() ? 1 : last.get("number").asLong() + 1;
    TestHttp.Answer answer =
        conversation.append(
            worker.seat(),
            number,
            TestMls.application(conversation.bytes(), 1, 1),
            TestCapsules.member(capsule));
    assertEquals(201, answer.status(), answer.body());
  }

  /** A text of two bytes a character is found, across the border of two parts that are read. */
  private void assertFinds(Map<String, byte[]> sought, String token) throws IOException {
    Path file = folder.resolve("planted");
    byte[] before = new byte[(1 << 20) - 9];
    Arrays.fill(before, (byte) 1);
    Files.write(
        file,
        Bytes.concat(Bytes.copyOf(before), Bytes.copyOf(token.getBytes(StandardCharsets.UTF_16LE)))
            .toByteArray());
    assertEquals(Set.of("token.le"), HeapSearch.find(file, sought));
  }

  /** As one byte a character, and as two in either order. */
  private static void add(Map<String, byte[]> sought, String name, String text) {
    sought.put(name, text.getBytes(StandardCharsets.ISO_8859_1));
    sought.put(name + ".le", text.getBytes(StandardCharsets.UTF_16LE));
    sought.put(name + ".be", text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static Set<String> names(Set<String> found) {
    return found.stream()
        .map(name -> name.replaceFirst("\\.[lb]e$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String canary() {
    byte[] drawn = new byte[16];
    RANDOM.nextBytes(drawn);
    return Bytes.copyOf(drawn).toHex();
  }

  /** The server as a process of its own, without anything of a test. */
  private record Server(Process process, Path folder, TestHttp http, int management)
      implements AutoCloseable {
    static Server start(Path folder, TestPushService service, String planted) throws Exception {
      String withoutTests =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> !Path.of(entry).endsWith("test-classes"))
              .collect(Collectors.joining(File.pathSeparator));
      DatabaseAccess database = TestDatabase.access();
      int management = freePort();
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:+UseSerialGC",
                  "-Xmx256m",
                  "-Djavax.net.ssl.trustStore=" + TestPushService.KEY_STORE,
                  "-Djavax.net.ssl.trustStorePassword=" + TestPushService.PASSWORD,
                  "-Dplanted=" + planted,
                  "-cp",
                  withoutTests,
                  Application.class.getName(),
                  "--port",
                  "0",
                  "--data",
                  TestFolder.DATA.toString(),
                  "--db-url",
                  database.url(),
                  "--management-port",
                  "" + management,
                  "--admission-attempts",
                  "1",
                  "--test-push-service",
                  service.authority(),
                  "--firebase-credentials",
                  TestServiceAccount.write(service).toString()));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(folder.resolve("stderr.txt").toFile())
              .redirectOutput(folder.resolve("stdout.txt").toFile());
      builder.environment().put("OPSTAP_DB_USER", database.user().orElseThrow());
      builder.environment().put("OPSTAP_DB_PASSWORD", database.password().orElseThrow());
      Process process = builder.start();
      return new Server(process, folder, new TestHttp(address(process, folder)), management);
    }

    private static URI address(Process process, Path folder) throws Exception {
      for (int i = 0; i < 600 && process.isAlive(); i++) {
        String said = Files.readString(folder.resolve("stdout.txt"));
        if (said.contains(" (phone)")) {
          return URI.create(said.substring(said.indexOf("ready ") + 6, said.indexOf(" (phone)")));
        }
        Thread.sleep(100);
      }
      throw new AssertionError(Files.readString(folder.resolve("stderr.txt")));
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    /** Which of the sought are in the live objects. */
    Set<String> dump(Map<String, byte[]> sought) throws Exception {
      Path file = folder.resolve("live.hprof");
      Files.deleteIfExists(file);
      Process dumping =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  "" + process.pid(),
                  "GC.heap_dump",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, dumping.waitFor(), said);
      return HeapSearch.find(file, sought);
    }

    String said() throws IOException {
      return Files.readString(folder.resolve("stdout.txt"))
          + Files.readString(folder.resolve("stderr.txt"));
    }

    String metrics() {
      return new TestHttp(URI.create("http://127.0.0.1:" + management)).get("/metrics").body();
    }

    @Override
    public void close() {
      process.destroy();
      try {
        process.waitFor(PATIENCE, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
