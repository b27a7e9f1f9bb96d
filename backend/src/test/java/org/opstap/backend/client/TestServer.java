package org.opstap.backend.client;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.database.TestFolder;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.staff.Invited;
import org.opstap.backend.staff.Role;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.directory.Partner;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.SocialMap;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.PartnerKind;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.SecretBytes;

/** The server under test with its sample programmes, and what a test needs around it. */
@Singleton
public class TestServer {
  private final EmbeddedServer server;
  private final StaffService staff;
  private final DirectoryService directory;
  private final TestClock clock;

  TestServer(
      EmbeddedServer server, StaffService staff, DirectoryService directory, TestClock clock) {
    this.server = server;
    this.staff = staff;
    this.directory = directory;
    this.clock = clock;
  }

  public TestHttp http() {
    return new TestHttp(server.getURI(), clock);
  }

  public TestClock clock() {
    return clock;
  }

  public DirectoryService directory() {
    return directory;
  }

  /** The real time again, and no device on duty but those that the test itself lets in. */
  public void begin() {
    clock.reset();
    update("UPDATE worker_device SET state = 'revoked'");
  }

  /** A sample programme; several numbers, several programmes. */
  public ProgrammeId programme(int index) {
    return directory.current().orElseThrow().release().programmes().get(index).id();
  }

  public String invitation(ProgrammeId programme) {
    return staff.invite(Invited.newcomer(programme, Role.WORKER)).toText();
  }

  /** A device of the first programme with some key packages, on duty. */
  public TestTeam worker() {
    return worker(programme(0));
  }

  public TestTeam worker(ProgrammeId programme) {
    return TestTeam.join(http(), staff, programme, 2);
  }

  /** A device of somebody who runs a programme, with some key packages, on duty. */
  public TestTeam coordinatorOnDuty(ProgrammeId programme) {
    return TestTeam.join(http(), staff, Invited.newcomer(programme, Role.COORDINATOR), 2);
  }

  /** A device of the first programme that has published nothing yet. */
  public TestTeam workerWithoutPackages() {
    return TestTeam.join(http(), staff, programme(0), 0);
  }

  /** A device of the first programme that takes over when those on duty can't. */
  public TestTeam backup() {
    TestTeam backup = worker();
    backup.setDuty("backup");
    return backup;
  }

  public TestSeat seeker() {
    return TestSeat.seeker(http());
  }

  /** A conversation of a fresh pseudonym with the first programme, before its first group. */
  public TestConversation conversation() {
    return TestConversation.open(http(), programme(0));
  }

  /** The same with everybody on duty in its first group: generation 1, epoch 1. */
  public TestConversation begunConversation() {
    TestConversation conversation = conversation();
    TestHttp.Answer begun = conversation.begin(1, 1);
    if (begun.status() != 201) {
      throw new AssertionError(begun.body());
    }
    return conversation;
  }

  public Ed25519PrivateKey key(ProgrammeId programme) {
    return sampleKey(programme.toBytes().toHex());
  }

  /** The key of the sample operator. */
  public Ed25519PrivateKey operator() {
    return sampleKey("operator");
  }

  private static Ed25519PrivateKey sampleKey(String name) {
    try {
      return new Ed25519PrivateKey(
          SecretBytes.copyOf(Files.readAllBytes(TestFolder.sampleKey(name))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The programme's next status: the current one, with these devices revoked as well. */
  public ProgrammeStatus nextStatus(ProgrammeId programme, String... revoked) {
    ProgrammeStatus before =
        directory.current().orElseThrow().statuses().newest(programme).orElseThrow();
    List<DeviceId> devices =
        Stream.concat(before.revokedDevices().stream(), Stream.of(revoked).map(DeviceId::parse))
            .toList();
    return new ProgrammeStatus(
        programme,
        before.number() + 1,
        clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30)),
        before.openingHours(),
        before.closedOn(),
        before.capacity(),
        before.weeksWaiting(),
        before.tokensPerConversation(),
        before.cardsOnly(),
        devices);
  }

  /** Has a programme say what a conversation costs, from now on for 30 days. */
  public void price(ProgrammeId programme, int tokensPerConversation, boolean cardsOnly) {
    ProgrammeStatus next = nextStatus(programme);
    ProgrammeStatus priced =
        new ProgrammeStatus(
            programme,
            next.number(),
            next.validUntil(),
            next.openingHours(),
            next.closedOn(),
            next.capacity(),
            next.weeksWaiting(),
            tokensPerConversation,
            cardsOnly,
            next.revokedDevices());
    publish(priced);
  }

  /** Has a programme say on which days it is closed, from now on for 30 days. */
  public void close(ProgrammeId programme, LocalDate... days) {
    ProgrammeStatus next = nextStatus(programme);
    publish(
        new ProgrammeStatus(
            programme,
            next.number(),
            next.validUntil(),
            next.openingHours(),
            List.of(days),
            next.capacity(),
            next.weeksWaiting(),
            next.tokensPerConversation(),
            next.cardsOnly(),
            next.revokedDevices()));
  }

  private void publish(ProgrammeStatus status) {
    if (!directory.publishStatus(status.programme(), Bytes.utf8(signed(status)))) {
      throw new AssertionError("the status was refused");
    }
  }

  /** A programme's proposal of another promise, as it signs it. */
  public String proposal(ProgrammeId programme, int number, int promisedMinutes) {
    return signed(
        new ProgrammeProposal(programme, number, 1, null, null, null, promisedMinutes, null));
  }

  /** A proposal as its programme signs it. */
  public String signed(ProgrammeProposal proposal) {
    return text(proposal, key(proposal.programme()));
  }

  public static String text(ProgrammeProposal proposal, Ed25519PrivateKey signer) {
    return new String(
        ProgrammeProposal.FORMAT.sign(proposal, signer).envelope().toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A programme's social map with one organisation on it, as it signs it. */
  public String socialMap(ProgrammeId programme, int number) {
    Partner partner =
        new Partner(
            PartnerKind.HOUSING,
            "Onderdak",
            List.of(new MunicipalityCode("GM0200")),
            "055 555 0100",
            null,
            LocalDate.of(2026, 11, 1));
    return signed(new SocialMap(programme, number, List.of(partner)));
  }

  /** A social map as its programme signs it. */
  public String signed(SocialMap map) {
    return text(map, key(map.programme()));
  }

  public static String text(SocialMap map, Ed25519PrivateKey signer) {
    return new String(
        SocialMap.FORMAT.sign(map, signer).envelope().toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A status as its programme signs it. */
  public String signed(ProgrammeStatus status) {
    return text(status, key(status.programme()));
  }

  public static String text(ProgrammeStatus status, Ed25519PrivateKey signer) {
    return new String(
        ProgrammeStatus.FORMAT.sign(status, signer).envelope().toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A device of the first programme's coordinator, who answers nobody. */
  public TestTeam coordinator() {
    return coordinator(programme(0));
  }

  public TestTeam coordinator(ProgrammeId programme) {
    return TestTeam.coordinator(http(), staff, programme);
  }

  /** Has the colleague's coordinator publish a status that revokes devices of the programme. */
  public TestHttp.Answer revoke(TestTeam colleague, String... devices) {
    ProgrammeStatus status = nextStatus(colleague.programme(), devices);
    TestTeam coordinator = coordinator(colleague.programme());
    return coordinator
        .seat()
        .put("/v1/directory/statuses/" + coordinator.programme().toText(), signed(status));
  }

  /** Changes the database past the application. */
  public int update(String sql) {
    try (Connection connection = TestDatabase.connect(TestDatabase.access());
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column of each row, as text. */
  public List<String> query(String sql) {
    try (Connection connection = TestDatabase.connect(TestDatabase.access());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
