package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.admin.TestProcesses.admin;
import static org.opstap.backend.admin.TestProcesses.adminAlone;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestStaff;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.ReleaseChain;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * From an operator's first key to phones that follow her releases, by the processes that she would
 * start: two servers over one database, an office that reaches it, and a safe that has her key.
 */
class OperatorStoryTest {
  private static final Pattern PROGRAMME = Pattern.compile("prg_\\S{27}");
  private static final Pattern INVITATION = Pattern.compile("inv_\\S{27}");
  private static final Pattern KEY = Pattern.compile("(?m)^ +([A-Za-z0-9_-]{43})$");

  private static List<TestProcesses.Server> nodes = List.of();

  @TempDir static Path servers;
  @TempDir Path office;
  @TempDir Path safe;

  private final Phone phone = new Phone();

  @BeforeAll
  static void start() throws IOException {
    TestDatabase.emptyDatabase();
    // One after the other: the first makes the tables.
    TestProcesses.Server first = TestProcesses.Server.start(servers.resolve("a"));
    nodes = List.of(first, TestProcesses.Server.start(servers.resolve("b")));
  }

  @AfterAll
  static void stop() {
    nodes.forEach(TestProcesses.Server::close);
  }

  @Test
  void phonesFollowWhatTheOperatorPublishes() throws Exception {
    phone.comesWith(key("operator.key"));
    String east = create("Oost", "--cover", everythingBut("Heerde"));
    create("Landelijk", "--national");
    assertEquals(404, nodes.getLast().http().get("/v1/directory/release").status());

    String exported = admin(office, "directory", "export");
    assertTrue(exported.contains("white spots: 1 of "), exported);
    assertTrue(exported.contains("Gelderland: Heerde (GM0246)"), exported);
    signAndPublish(1, "operator.key");
    assertEquals(
        List.of("Oost", "Landelijk"),
        phone.follow().programmes().stream().map(Programme::name).toList());

    String invitation = found(INVITATION, admin(office, "invite", east));
    assertFalse(isStored(InvitationId.parse(invitation).toBytes()));
    assertTrue(isStored(InvitationId.parse(invitation).toBytes().sha256()));
    assertEquals(201, join(invitation).status());

    admin(office, "programme", "suspend", east);
    admin(office, "directory", "export");
    String signed = signAndPublish(2, "operator.key", "--after", release(1));
    assertTrue(signed.contains("suspended: Oost"), signed);
    assertEquals(
        ProgrammeState.SUSPENDED,
        phone.follow().programme(ProgrammeId.parse(east)).orElseThrow().state());

    String next = key("next.key");
    admin(office, "directory", "operator-key", next);
    admin(office, "directory", "export");
    signAndPublish(3, "operator.key", "--after", release(2));
    admin(office, "directory", "export");
    signAndPublish(4, "next.key", "--after", release(3));
    assertEquals(4, phone.follow().number());
    assertEquals(next, phone.signer.toString());

    for (TestProcesses.Server node : nodes) {
      String verified =
          admin(
              office,
              "directory",
              "verify",
              "--url",
              node.address().toString(),
              "--operator-key",
              safe.resolve("operator.key.pub").toString());
      assertTrue(verified.contains("clients take release 4"), verified);
    }
  }

  /** Takes an export to the safe, and what is signed there back. */
  private String signAndPublish(int number, String key, String... more) throws Exception {
    List<String> sign = new ArrayList<>(List.of("directory", "sign"));
    sign.add(office.resolve("release-%d.unsigned.json".formatted(number)).toString());
    sign.addAll(List.of("--key", key, "-o", release(number)));
    sign.addAll(List.of(more));
    String said = adminAlone(safe, sign);
    admin(
        office,
        "directory",
        "publish",
        release(number),
        "--operator-key",
        safe.resolve(key + ".pub").toString());
    return said;
  }

  private String release(int number) {
    return safe.resolve("release-%d.json".formatted(number)).toString();
  }

  private String key(String name) throws Exception {
    return found(KEY, adminAlone(safe, List.of("key", "generate", name)));
  }

  private String create(String name, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "programme",
                "create",
                "--name",
                name,
                "--seat",
                "Apeldoorn",
                "--languages",
                "nl,en",
                "--promised-minutes",
                "240",
                "--summary-nl",
                "Iemand die meedenkt.",
                "--summary-en",
                "Somebody who thinks with you.",
                "--public-key",
                key(name + ".key")));
    words.addAll(List.of(more));
    return found(PROGRAMME, admin(office, words.toArray(String[]::new)));
  }

  private static String everythingBut(String name) {
    return Geography.bundled().municipalities().stream()
        .filter(one -> !one.name().equals(name))
        .map(one -> one.code().value())
        .collect(Collectors.joining(","));
  }

  private static TestHttp.Answer join(String invitation) {
    return new TestStaff(nodes.getLast().http()).join(invitation);
  }

  private static boolean isStored(Bytes digest) throws Exception {
    try (var connection = TestDatabase.connect(TestDatabase.access());
        var select =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM invitation WHERE LOCATE(?, digest) > 0")) {
      select.setBytes(1, digest.toByteArray());
      try (var rows = select.executeQuery()) {
        return rows.next() && rows.getInt(1) == 1;
      }
    }
  }

  private static Ed25519PublicKey freshKey() {
    return Ed25519PrivateKey.generate(new SecureRandom()).publicKey();
  }

  private static String found(Pattern pattern, String said) {
    Matcher matcher = pattern.matcher(said);
    assertTrue(matcher.find(), said);
    return matcher.group(matcher.groupCount());
  }

  /** Follows the directory by the rules of clients, and asks another server each time. */
  private static final class Phone {
    private @Nullable Verified<Release> held;
    private Ed25519PublicKey signer = freshKey();
    private int visits;

    void comesWith(String operatorKey) {
      signer = new Ed25519PublicKey(Bytes.fromBase64Url(operatorKey));
    }

    Release follow() {
      TestHttp server = nodes.get(visits++ % nodes.size()).http();
      Bytes newest = Bytes.utf8(server.get("/v1/directory/release").body());
      int last = Release.FORMAT.parse(newest).unverifiedContent().number();
      int first = held == null ? last : held.content().number() + 1;
      List<Bytes> fetched =
          IntStream.rangeClosed(first, last)
              .mapToObj(number -> server.get("/v1/directory/releases/" + number).body())
              .map(Bytes::utf8)
              .toList();
      ReleaseChain.Accepted accepted =
          assertInstanceOf(
              ReleaseChain.Accepted.class,
              ReleaseChain.accept(held, fetched, signer, Instant.now()));
      held = accepted.newest();
      signer = accepted.signer();
      return accepted.newest().content();
    }
  }
}
