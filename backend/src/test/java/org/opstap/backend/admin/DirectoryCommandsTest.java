package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.CanonicalJson;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** What the operator may get wrong, each time beside a server that goes on serving what it had. */
class DirectoryCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPERATOR = "operator.key";

  private static EmbeddedServer server;

  @TempDir Path folder;

  private TestOperator operator = new TestOperator(Path.of(""));
  private String east = "";

  @BeforeAll
  static void start() {
    server = TestNodes.start(TestDatabase.emptyDatabase(), "opstap.samples", "false");
    // Makes the issuer's keys, which would otherwise come a moment later.
    new TestHttp(server.getURI()).get("/.well-known/private-token-issuer-directory");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void publishTheFirst() throws SQLException {
    try (var connection = TestDatabase.connect(TestDatabase.access());
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM directory_release");
      statement.execute("DELETE FROM invitation");
    }
    operator = new TestOperator(folder);
    operator.key(OPERATOR);
    operator.programme("Landelijk", "--national");
    east = operator.programme("Oost", "--cover", "Apeldoorn,GM0246,Epe");
    operator.publish(operator.signed(OPERATOR), OPERATOR);
    assertEquals(1, served());
  }

  @Test
  void publishesWhatFollows() {
    operator.does("programme", "suspend", east);

    String said = operator.publish(operator.signed(OPERATOR), OPERATOR);

    assertEquals(2, served());
    assertTrue(said.contains("suspended: Oost"), said);
    assertTrue(said.contains("all pending changes are in it"), said);
    assertFalse(Files.exists(operator.data().resolve("pending-changes.json")));
  }

  @Test
  void keepsPendingChangesThatAreNotInIt() {
    Path signed = operator.signed(OPERATOR);
    operator.does("programme", "suspend", east);

    String said = operator.publish(signed, OPERATOR);

    assertTrue(said.contains("they wait for the next one"), said);
    assertTrue(
        operator
            .does("directory", "export", "-o", operator.file("x").toString())
            .contains("suspended: Oost"));
  }

  @Test
  void publishesTheSameOnlyOnce() {
    Path signed = operator.signed(OPERATOR);
    operator.publish(signed, OPERATOR);

    String again = operator.publish(signed, OPERATOR);

    assertTrue(again.contains("published already"), again);
    assertEquals(2, served());
  }

  @Test
  void publishesNoKey() {
    String said = operator.isNotPublished(operator.file(OPERATOR), OPERATOR);

    assertTrue(said.contains("is a private key"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNothingWhereThePrivateKeyIsGiven() {
    Path signed = operator.signed(OPERATOR);

    String said =
        operator.isRefused(
            "directory",
            "publish",
            signed.toString(),
            "--operator-key",
            operator.file(OPERATOR).toString());

    assertTrue(said.contains("is a private key"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNoReleaseWithAProgrammeThatCoversNothing() {
    Path forged = signedWith(payload -> programme(payload, "Oost").putArray("coverage"));

    String said = operator.isNotPublished(forged, OPERATOR);

    assertTrue(said.contains("Oost (" + east + ") covers no municipality"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNoReleaseThatHasExpired() {
    Path signed = operator.signed(OPERATOR);
    operator.setClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(61)));

    String said = operator.isNotPublished(signed, OPERATOR);

    assertTrue(said.contains("expired on"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNoLowerNumber() {
    Path second = operator.signed(OPERATOR);
    operator.publish(second, OPERATOR);
    operator.publish(operator.signed(OPERATOR), OPERATOR);

    String said = operator.isNotPublished(second, OPERATOR);

    assertTrue(said.contains("its number is 2, and they hold 3 already"), said);
    assertEquals(3, served());
  }

  @Test
  void publishesNoOtherContentUnderANumberThatIsTaken() {
    Path second = operator.signed(OPERATOR);
    operator.does("programme", "suspend", east);
    Path other = operator.signed(OPERATOR);
    operator.publish(second, OPERATOR);

    String said = operator.isNotPublished(other, OPERATOR);

    assertTrue(said.contains("they hold another release 2 already"), said);
    assertEquals(2, served());
  }

  @Test
  void publishesNothingThatFollowsAnotherRelease() {
    Path forged =
        signedWith(payload -> payload.put("previous", Bytes.utf8("x").sha256().toBase64Url()));

    String said = operator.isNotPublished(forged, OPERATOR);

    assertTrue(said.contains("doesn't follow release 1"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNothingAfterAGap() {
    Path forged = signedWith(payload -> payload.put("number", 3));

    String said = operator.isNotPublished(forged, OPERATOR);

    assertTrue(said.contains("those between are missing"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNothingThatSomebodyElseSigned() {
    operator.key("stranger.key");
    Path signed = operator.signed("stranger.key");

    String said = operator.isNotPublished(signed, OPERATOR);

    assertTrue(said.contains("signed by another key than"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNothingUnderAKeyThatNobodyAnnounced() {
    operator.key("stranger.key");
    Path signed = operator.signed("stranger.key");

    String said = operator.isNotPublished(signed, "stranger.key");

    assertTrue(said.contains("doesn't announce it"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNothingThatIsNotSigned() {
    operator.signed(OPERATOR);

    String said = operator.isNotPublished(operator.file("next.unsigned.json"), OPERATOR);

    assertTrue(said.contains("it isn't signed"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNoSamples() {
    Path forged = signedWith(payload -> payload.put("sample", true));

    String said = operator.isNotPublished(forged, OPERATOR);

    assertTrue(said.contains("samples"), said);
    assertEquals(1, served());
  }

  @Test
  void publishesNothingThatWasEdited() throws IOException {
    Path signed = operator.signed(OPERATOR);
    Files.writeString(signed, Files.readString(signed).replace("\"Oost\"", "\"West\""));

    String said = operator.isNotPublished(signed, OPERATOR);

    assertTrue(said.contains("signed by another key than"), said);
    assertEquals(1, served());
  }

  @Test
  void signsNothingThatWasEdited() throws IOException {
    operator.signed(OPERATOR);
    Path unsigned = operator.file("next.unsigned.json");
    Files.writeString(unsigned, Files.readString(unsigned) + "\n");

    String said = operator.say(sign(unsigned, OPERATOR)).err();

    assertTrue(said.contains("not canonical JSON"), said);
  }

  @Test
  void signsWithNoKeyThatOthersCanRead() throws IOException {
    operator.signed(OPERATOR);
    Files.setPosixFilePermissions(
        operator.file(OPERATOR), PosixFilePermissions.fromString("rw-r--r--"));

    String said = operator.say(sign(operator.file("next.unsigned.json"), OPERATOR)).err();

    assertTrue(said.contains("chmod 600"), said);
  }

  @Test
  void saysWhatIsSignedAgainstTheReleaseBefore() {
    Path second = operator.signed(OPERATOR);
    operator.publish(second, OPERATOR);
    operator.does("programme", "suspend", east);
    operator.signed(OPERATOR);
    Path third = operator.file("next.unsigned.json");

    TestOperator.Answer follows = operator.say(sign(third, OPERATOR, "--after", second.toString()));
    operator.publish(operator.signed(OPERATOR), OPERATOR);
    operator.signed(OPERATOR);
    TestOperator.Answer late = operator.say(sign(third, OPERATOR, "--after", second.toString()));

    assertTrue(follows.out().contains("suspended: Oost"), follows.out());
    assertEquals(1, late.code());
    assertTrue(late.err().contains("doesn't follow release 2"), late.err());
  }

  @Test
  void exportsNoProgrammeThatCoversNothing() throws IOException {
    Path pending = operator.data().resolve("pending-changes.json");
    Files.writeString(pending, "{\"programmes\":{\"%s\":{\"coverage\":[]}}}".formatted(east));

    String said = operator.isRefused("directory", "export", "-o", operator.file("x").toString());

    assertTrue(said.contains("Oost (" + east + ") covers no municipality"), said);
    assertFalse(Files.exists(operator.file("x")));
  }

  @Test
  void exportsNoTwoProgrammesWithOneKey() {
    String west = operator.programme("West", "--cover", "Utrecht");
    operator.does(
        "programme", "roll-key", west, "--public-key", operator.file("Oost.key.pub").toString());

    String said = operator.isRefused("directory", "export", "-o", operator.file("x").toString());

    assertTrue(said.contains("could sign for each other"), said);
  }

  @Test
  void changesNoProgrammeToOneThatCoversNothing() {
    String said =
        operator.isRefused("programme", "change", east, "--drop-cover", "Apeldoorn,Heerde,Epe");

    assertTrue(said.contains("covers no municipality"), said);
    assertFalse(Files.exists(operator.data().resolve("pending-changes.json")));
  }

  @Test
  void exportsTheSameBytesAsASignerSees() {
    Path signed = operator.signed(OPERATOR);
    Bytes unsigned = TestOperator.read(operator.file("next.unsigned.json"));

    JsonNode envelope = CanonicalJson.parse(TestOperator.read(signed), 1 << 20);

    assertEquals(unsigned, CanonicalJson.encode(envelope.get("payload")));
  }

  @Test
  void namesTheIssuersKeysOfThisMonthAndTheNext() throws SQLException {
    operator.publish(operator.signed(OPERATOR), OPERATOR);

    JsonNode release = release();

    try (var connection = TestDatabase.connect(TestDatabase.access());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT token_key_id FROM issuer_key ORDER BY month")) {
      for (JsonNode digest : release.get("issuerKeyDigests")) {
        assertTrue(rows.next());
        assertEquals(Bytes.copyOf(rows.getBytes(1)).toBase64Url(), digest.textValue());
      }
      assertFalse(rows.next());
    }
  }

  @Test
  void namesRelaysAndTheGatewaysKeys() {
    operator.does("directory", "relays", "https://relay.example");
    Path unsigned = operator.file("next.unsigned.json");
    TestOperator.Answer exported =
        operator.say(
            "directory",
            "export",
            "-o",
            unsigned.toString(),
            "--db-url",
            TestOperator.url(),
            "--data",
            org.opstap.backend.database.TestFolder.DATA.toString());

    // The pending changes lie elsewhere; the gateway's key lies where the server has it.
    assertEquals(0, exported.code(), exported.err());
    JsonNode payload = CanonicalJson.parse(TestOperator.read(unsigned), 1 << 20);
    assertTrue(payload.get("gatewayKeyDigests").size() >= 4, payload.toString());
    operator.publish(operator.signed(OPERATOR), OPERATOR);
    assertEquals("[\"https://relay.example\"]", release().get("relays").toString());
  }

  @Test
  void findsAWhiteSpotAndAnOverlap() {
    operator.setClock(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    operator.programme("Veluwe", "--cover", "Epe,Nunspeet");

    String said = operator.does("directory", "coverage");

    assertTrue(said.contains("white spots: 338 of 342 municipalities"), said);
    assertTrue(said.contains("Epe (GM0232): Oost, Veluwe"), said);
  }

  @Test
  void countsNoSuspendedProgrammeAsCoverage() {
    operator.setClock(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    operator.does("programme", "suspend", east);

    String said = operator.does("directory", "coverage");

    assertTrue(said.contains("white spots: 342 of 342 municipalities"), said);
  }

  @Test
  void suspendsNoProgrammeThatIsNational() {
    String listed = operator.does("programme", "list");
    String national =
        listed.lines().filter(line -> line.contains("Landelijk")).findFirst().orElseThrow();

    String said = operator.isRefused("programme", "suspend", national.substring(0, 31));

    assertTrue(said.contains("nobody would be there for all others"), said);
  }

  @Test
  void invitesNobodyToAProgrammeThatIsNotPublished() {
    String pending = operator.programme("West", "--cover", "Utrecht");

    String said = operator.isRefused("invite", pending);

    assertTrue(said.contains("no published release has"), said);
  }

  @Test
  void rollsAProgrammesKey() {
    String fresh = operator.key("fresh.key");
    operator.does("programme", "roll-key", east, "--public-key", fresh);

    String said = operator.publish(operator.signed(OPERATOR), OPERATOR);

    assertTrue(said.contains("KEY ROLLED: Oost"), said);
    assertTrue(release().toString().contains(fresh));
  }

  @Test
  void rollsTheOperatorsKey() {
    String fresh = operator.key("fresh.key");
    operator.does("directory", "operator-key", fresh);
    operator.publish(operator.signed(OPERATOR), OPERATOR);
    Path byOld = operator.signed(OPERATOR);
    Path byNew = operator.signed("fresh.key");

    String refused = operator.isNotPublished(byOld, OPERATOR);
    operator.publish(byNew, "fresh.key");
    operator.publish(operator.signed("fresh.key"), OPERATOR);

    assertTrue(refused.contains("signed by another key than " + fresh), refused);
    assertEquals(4, served());
    String verified =
        operator.does(
            "directory", "verify", "--operator-key", operator.file(OPERATOR + ".pub").toString());
    assertTrue(verified.contains("clients take release 4"), verified);
  }

  @Test
  void verifiesWhatAServerServes() {
    operator.publish(operator.signed(OPERATOR), OPERATOR);
    String key = operator.file(OPERATOR + ".pub").toString();
    String stranger = operator.key("stranger.key");

    TestOperator.Answer good =
        operator.say(
            "directory", "verify", "--url", server.getURI().toString(), "--operator-key", key);
    TestOperator.Answer bad =
        operator.say(
            "directory", "verify", "--url", server.getURI().toString(), "--operator-key", stranger);

    assertTrue(good.out().contains("clients take release 2"), good.out() + good.err());
    assertEquals(1, bad.code());
    assertTrue(bad.err().contains("signed by another key"), bad.err());
  }

  @Test
  void understandsNoCommandThatThereIsNot() {
    TestOperator.Answer answer = operator.say("directory", "publsh");

    assertEquals(2, answer.code());
    assertTrue(answer.err().contains("--help"), answer.err());
  }

  @Test
  void saysNothingOfADatabaseAddressThatIsNone() {
    TestOperator.Answer answer =
        operator.say("programme", "list", "--db-url", "jdbc:mysql://root:canary@db/opstap");

    assertEquals(1, answer.code());
    assertFalse(answer.err().contains("canary"), answer.err());
  }

  /** The next release, changed before it is signed by somebody who checks nothing. */
  private Path signedWith(Consumer<ObjectNode> change) {
    operator.signed(OPERATOR);
    ObjectNode payload =
        (ObjectNode)
            CanonicalJson.parse(TestOperator.read(operator.file("next.unsigned.json")), 1 << 20);
    change.accept(payload);
    Ed25519PrivateKey key = KeyFiles.readPrivate(operator.file(OPERATOR));
    Bytes signed =
        Bytes.concat(Bytes.utf8("opstap directory release v1\0"), CanonicalJson.encode(payload));
    ObjectNode envelope = JSON.createObjectNode().put("signature", key.sign(signed).toBase64Url());
    envelope.set("payload", payload);
    Path file = operator.file("forged.json");
    ReleaseFile.write(file, CanonicalJson.encode(envelope));
    return file;
  }

  private static ObjectNode programme(ObjectNode payload, String name) {
    for (JsonNode programme : payload.path("programmes")) {
      if (programme.path("name").asText().equals(name)) {
        return (ObjectNode) programme;
      }
    }
    throw new AssertionError("no such programme");
  }

  private static String[] sign(Path unsigned, String key, String... more) {
    String[] words = {
      "directory", "sign", unsigned.toString(), "--key", unsigned.resolveSibling(key).toString()
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  private static JsonNode release() {
    return new TestHttp(server.getURI()).get("/v1/directory/release").json().get("payload");
  }

  private static int served() {
    return release().get("number").intValue();
  }
}
