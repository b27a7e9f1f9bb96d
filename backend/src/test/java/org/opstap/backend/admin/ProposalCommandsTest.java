package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.directory.Summary;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** From what a programme signed to the next release. */
class ProposalCommandsTest {
  private static final String OPERATOR = "operator.key";

  private static EmbeddedServer server;

  @TempDir Path folder;

  private TestOperator operator = new TestOperator(Path.of(""));
  private String east = "";

  @BeforeAll
  static void start() {
    server = TestNodes.start(TestDatabase.emptyDatabase(), "opstap.samples", "false");
    new TestHttp(server.getURI()).get("/.well-known/private-token-issuer-directory");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void publishTheFirst() throws SQLException {
    update("DELETE FROM directory_release");
    update("DELETE FROM programme_proposal");
    operator = new TestOperator(folder);
    operator.key(OPERATOR);
    operator.programme("Landelijk", "--national");
    east = operator.programme("Oost", "--cover", "Apeldoorn,GM0246,Epe");
    operator.publish(operator.signed(OPERATOR), OPERATOR);
  }

  @Test
  void listsWhatWouldChangeInWords() throws SQLException {
    keep(eastKey(), coverage("GM0200", "GM0232", "GM0243"));

    String said = operator.does("programme", "proposals");

    assertTrue(said.contains("Oost (" + east + "), proposal 1, on release 1:"), said);
    assertTrue(said.contains("+Harderwijk (GM0243), -Heerde (GM0246)"), said);
  }

  @Test
  void saysWhereNobodyProposesAnything() {
    assertTrue(operator.does("programme", "proposals").contains("nobody proposes anything"));
  }

  @Test
  void publishesWhatWasAccepted() throws SQLException {
    ProgrammeId programme = ProgrammeId.parse(east);
    Summary summary = new Summary("Wij denken mee.", "We think with you.");
    keep(
        eastKey(),
        new ProgrammeProposal(
            programme, 1, 1, List.of(new MunicipalityCode("GM0200")), null, null, 300, summary));

    operator.does("programme", "accept", east);
    String published = operator.publish(operator.signed(OPERATOR), OPERATOR);

    assertTrue(
        published.contains("-Heerde (GM0246), -Epe (GM0232)")
            || published.contains("-Epe (GM0232), -Heerde (GM0246)"),
        published);
    assertTrue(
        published.contains(
            "in Dutch \"Wij denken mee.\", in English \"We think with you.\", before"),
        published);
    String release = new TestHttp(server.getURI()).get("/v1/directory/release").body();
    assertTrue(release.contains("\"promisedMinutes\":300"), release);
    assertTrue(release.contains("We think with you."), release);
    String left = operator.does("programme", "proposals");
    assertTrue(left.contains("nothing that the current release doesn't say"), left);
  }

  @Test
  void showsTheOperatorWhatWouldHideFromHer() throws SQLException {
    String erasing = "Wij denken mee.\u001b[1A\u001b[2K\n  nothing else\u202e";
    keep(
        eastKey(),
        new ProgrammeProposal(
            ProgrammeId.parse(east), 1, 1, null, null, null, null, new Summary(erasing, "We")));

    String said =
        operator.does("programme", "proposals") + operator.does("programme", "accept", east);

    assertFalse(said.contains("\u001b") || said.contains("\u202e"), said);
    assertFalse(said.lines().anyMatch(line -> line.startsWith("  nothing else")), said);
    assertTrue(said.contains("mee.[U+001B][1A[U+001B][2K[U+000A]  nothing else[U+202E]"), said);
  }

  @Test
  void acceptsNothingThatSomebodyElseSigned() throws SQLException {
    keep(Ed25519PrivateKey.generate(new SecureRandom()), coverage("GM0200"));

    String said = operator.isRefused("programme", "accept", east);

    assertTrue(said.contains("the key of Oost didn't sign it"), said);
    assertFalse(Files.exists(operator.data().resolve("pending-changes.json")));
    assertTrue(operator.does("programme", "proposals").contains("didn't sign it"));
  }

  @Test
  void acceptsAndDeclinesNothingWhereNothingWasProposed() {
    assertTrue(operator.isRefused("programme", "accept", east).contains("has proposed nothing"));
    assertTrue(operator.isRefused("programme", "decline", east).contains("has proposed nothing"));
  }

  @Test
  void dropsWhatWasDeclined() throws SQLException {
    keep(eastKey(), coverage("GM0200"));

    operator.does("programme", "decline", east);

    assertTrue(operator.does("programme", "proposals").contains("nobody proposes anything"));
    assertEquals("", pending());
  }

  private String pending() {
    Path file = operator.data().resolve("pending-changes.json");
    return Files.exists(file) ? file.toString() : "";
  }

  private ProgrammeProposal coverage(String... codes) {
    return new ProgrammeProposal(
        ProgrammeId.parse(east),
        1,
        1,
        List.of(codes).stream().map(MunicipalityCode::new).toList(),
        null,
        null,
        null,
        null);
  }

  private Ed25519PrivateKey eastKey() {
    return KeyFiles.readPrivate(operator.file("Oost.key"));
  }

  private static void keep(Ed25519PrivateKey signer, ProgrammeProposal proposal)
      throws SQLException {
    byte[] document = ProgrammeProposal.FORMAT.sign(proposal, signer).envelope().toByteArray();
    try (var connection = TestDatabase.connect(TestDatabase.access());
        var insert =
            connection.prepareStatement(
                "REPLACE INTO programme_proposal (programme_id, number, document)"
                    + " VALUES (?, ?, ?)")) {
      insert.setBytes(1, proposal.programme().toBytes().toByteArray());
      insert.setInt(2, proposal.number());
      insert.setString(3, new String(document, StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }

  private static void update(String sql) throws SQLException {
    try (var connection = TestDatabase.connect(TestDatabase.access());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
