package org.opstap.backend.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.staff.Duty;
import org.opstap.backend.staff.Invited;
import org.opstap.backend.staff.Role;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;

/** The roster over HTTP, and whom a phone gets by it: duty.md. */
@MicronautTest(transactional = false)
class RosterHttpTest implements TestDatabase {
  private static final int HOUR = 60;
  private static final int WEEK = 7 * 24 * HOUR;

  /** A Monday in winter: 09:58 on Dutch clocks. */
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:58:00Z");

  @Inject TestServer server;
  @Inject StaffService staff;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
    server.update("DELETE FROM roster");
  }

  @Test
  void beginsWithoutARoster() {
    TestHttp.Answer shown = server.worker().seat().get(path(server.programme(0)));

    assertEquals("{\"version\":0,\"slots\":[],\"onDuty\":[]}", shown.body());
  }

  @Test
  void letsOnlyItsCoordinatorsChangeARoster() {
    TestSeat coordinator = coordinator(0);
    TestTeam worker = server.worker();
    Object roster = roster(1, slot(worker, 0, WEEK, "primary"));

    assertProblem("not-for-this-role", put(worker.seat(), roster));
    assertProblem("not-found", put(coordinator(1), roster));
    assertEquals(0, version(worker));
    assertEquals(200, put(coordinator, roster).status());
    assertEquals(1, version(worker));
  }

  @Test
  void replacesAVersionByTheNextAlone() {
    TestSeat coordinator = coordinator(0);
    TestTeam worker = server.worker();
    Object first = roster(1, slot(worker, 0, WEEK, "primary"));
    Object second = roster(2, slot(worker, 0, HOUR, "backup"));
    put(coordinator, first);

    assertEquals(200, put(coordinator, first).status());
    assertProblem("roster-changed", Map.of("version", 1), put(coordinator, roster(1)));
    assertProblem("roster-changed", Map.of("version", 1), put(coordinator, roster(3)));
    TestHttp.Answer replaced = put(coordinator, second);

    assertEquals(2, replaced.json().get("version").intValue());
    assertEquals(List.of("0 60 backup"), slots(worker));
  }

  @Test
  void letsOneOfTwoCoordinatorsWin() throws Exception {
    TestTeam worker = server.worker();
    List<TestSeat> coordinators = List.of(coordinator(0), coordinator(0), coordinator(0));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestHttp.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < coordinators.size(); i++) {
        TestSeat coordinator = coordinators.get(i);
        Object own = roster(1, slot(worker, i * HOUR, (i + 1) * HOUR, "primary"));
        answers.add(threads.submit(() -> put(coordinator, own)));
      }

      List<String> written = new ArrayList<>();
      for (int i = 0; i < coordinators.size(); i++) {
        TestHttp.Answer answer = answers.get(i).get();
        if (answer.status() == 200) {
          written.add("%d %d primary".formatted(i * HOUR, (i + 1) * HOUR));
        } else {
          assertProblem("roster-changed", Map.of("version", 1), answer);
        }
      }
      assertEquals(1, written.size());
      assertEquals(written, slots(worker));
    }
  }

  @Test
  void refusesARosterThatOverlaps() {
    TestSeat coordinator = coordinator(0);
    TestTeam noor = server.worker();
    TestTeam sam = server.worker();
    put(coordinator, roster(1, slot(noor, 0, HOUR, "primary")));

    assertProblem(
        "roster-overlap",
        put(coordinator, roster(2, slot(noor, 0, 61, "primary"), slot(sam, 60, 90, "primary"))));
    assertProblem(
        "roster-overlap",
        put(coordinator, roster(2, slot(noor, 0, 61, "primary"), slot(noor, 60, 90, "backup"))));
    assertEquals(List.of("0 60 primary"), slots(noor));
  }

  @Test
  void refusesSlotsOutsideOfTheWeek() {
    TestSeat coordinator = coordinator(0);
    TestTeam worker = server.worker();

    for (Object slot :
        List.of(
            slot(worker, 60, 60, "primary"),
            slot(worker, 60, 30, "primary"),
            slot(worker, -1, 30, "primary"),
            slot(worker, 0, WEEK + 1, "primary"),
            slot(worker, 0, 1L << 32, "primary"),
            slot(worker, 0, 60, "off"),
            slot(worker, 0, 60, "PRIMARY"))) {
      assertProblem("malformed-request", put(coordinator, roster(1, slot)));
    }
    assertProblem("malformed-request", put(coordinator, roster(0)));
    assertEquals(0, version(worker));
  }

  @Test
  void takesAnHourlyRosterOfTheWholeWeekAndNoSlotMore() {
    TestSeat coordinator = coordinator(0);
    TestTeam noor = server.worker();
    TestTeam sam = server.worker();
    List<Object> hours = new ArrayList<>();
    for (int from = 0; from < WEEK; from += HOUR) {
      hours.add(slot(noor, from, from + HOUR, "primary"));
      hours.add(slot(sam, from, from + HOUR, "backup"));
    }

    assertEquals(200, put(coordinator, roster(1, hours.toArray())).status());

    hours.set(0, slot(noor, 0, 30, "primary"));
    hours.add(slot(noor, 30, HOUR, "primary"));
    assertProblem("malformed-request", put(coordinator, roster(2, hours.toArray())));
  }

  @Test
  void refusesWhoeverIsNotOfTheProgramme() {
    TestSeat coordinator = coordinator(0);
    TestTeam stranger = server.worker(server.programme(1));
    String nobody = WorkerId.random(new SecureRandom()).toText();

    TestHttp.Answer foreign = put(coordinator, roster(1, slot(stranger, 0, HOUR, "primary")));
    TestHttp.Answer unknown = put(coordinator, roster(1, slot(nobody, 0, HOUR, "primary")));

    assertProblem("roster-worker-unknown", foreign);
    assertEquals(foreign.body(), unknown.body());
  }

  @Test
  void dropsWhoHasLostHerLastDevice() {
    TestSeat coordinator = coordinator(0);
    TestTeam leaves = server.worker();
    TestTeam stays = server.worker();
    put(
        coordinator,
        roster(1, slot(leaves, 0, HOUR, "primary"), slot(stays, HOUR, 2 * HOUR, "primary")));

    server.revoke(stays, leaves.id());

    assertEquals(List.of("60 120 primary"), slots(stays));
    assertProblem("roster-changed", Map.of("version", 2), put(coordinator, roster(2)));
  }

  @Test
  void offersANewConversationToWhoIsOnDutyAtThatMinute() {
    server.clock().stopAt(MONDAY);
    TestSeat coordinator = coordinator(0);
    TestTeam noor = server.backup();
    TestTeam sam = server.worker();
    TestTeam kim = server.worker();
    staff.setDuty(DeviceId.parse(coordinator.holder()), Duty.OFF);
    put(
        coordinator,
        roster(
            1,
            slot(noor, 0, 10 * HOUR, "primary"),
            slot(sam, 0, 10 * HOUR, "backup"),
            slot(kim, 10 * HOUR, WEEK, "primary"),
            slot(noor, 10 * HOUR, WEEK, "backup")));

    assertEquals(sorted(noor, sam), claimed());
    server.clock().move(Duration.ofMinutes(2));
    assertEquals(sorted(kim, noor), claimed());
    kim.setDuty("off");
    assertEquals(sorted(noor, sam), claimed());
  }

  @Test
  void saysWhoIsOnDutyAndUntilWhen() {
    server.clock().stopAt(MONDAY);
    TestTeam noor = server.worker();
    TestTeam sam = server.worker();
    put(
        coordinator(0),
        roster(1, slot(noor, 0, 10 * HOUR, "primary"), slot(sam, 0, WEEK, "backup")));

    TestHttp.Answer shown = noor.seat().get(path(noor.programme()));

    assertEquals(
        List.of(
            noor.show().text("worker") + " primary 2026-11-23T09:00:00Z",
            sam.show().text("worker") + " backup null"),
        onDuty(shown));
  }

  /** At 02:00 clocks go on to 03:00 in spring; in autumn from 03:00 back to 02:00. */
  @Test
  void goesByDutchClocksWhenTheyChange() {
    int sunday = 6 * 24 * HOUR;
    for (String[] each :
        new String[][] {
          {"2027-03-28T00:59:00Z", "2027-03-28T01:00:00Z"},
          {"2027-10-31T00:59:00Z", "2027-10-31T02:00:00Z"}
        }) {
      begin();
      server.clock().stopAt(Instant.parse(each[0]));
      TestTeam noor = server.worker();
      TestTeam sam = server.worker();
      put(
          coordinator(0),
          roster(
              1,
              slot(noor, 0, sunday + 3 * HOUR, "primary"),
              slot(sam, sunday + 3 * HOUR, WEEK, "primary")));
      assertEquals(
          List.of(noor.show().text("worker") + " primary " + each[1]),
          onDuty(noor.seat().get(path(noor.programme()))));

      server.clock().stopAt(Instant.parse(each[1]));
      TestTeam looks = server.worker();
      assertTrue(
          onDuty(looks.seat().get(path(looks.programme())))
              .getFirst()
              .startsWith(worker(sam) + " primary"));
    }
  }

  private TestSeat coordinator(int programme) {
    return TestSeat.device(
        server.http(),
        staff.invite(Invited.newcomer(server.programme(programme), Role.COORDINATOR)).toText());
  }

  private static String path(ProgrammeId programme) {
    return "/v1/programmes/" + programme.toText() + "/roster";
  }

  private TestHttp.Answer put(TestSeat seat, Object roster) {
    return seat.put(path(server.programme(0)), roster);
  }

  private static Map<String, Object> roster(int version, Object... slots) {
    return Map.of("version", version, "slots", List.of(slots));
  }

  private Map<String, Object> slot(TestTeam worker, long from, long to, String duty) {
    return slot(worker(worker), from, to, duty);
  }

  private static Map<String, Object> slot(String worker, long from, long to, String duty) {
    return Map.of("worker", worker, "from", from, "to", to, "duty", duty);
  }

  private String worker(TestTeam team) {
    return staff.find(DeviceId.parse(team.id())).orElseThrow().worker().toText();
  }

  private static int version(TestTeam reader) {
    return reader.seat().get(path(reader.programme())).json().get("version").intValue();
  }

  private static List<String> slots(TestTeam reader) {
    return reader
        .seat()
        .get(path(reader.programme()))
        .json()
        .get("slots")
        .valueStream()
        .map(
            slot ->
                "%s %s %s"
                    .formatted(
                        slot.get("from").asText(),
                        slot.get("to").asText(),
                        slot.get("duty").asText()))
        .toList();
  }

  private static List<String> onDuty(TestHttp.Answer shown) {
    return shown
        .json()
        .get("onDuty")
        .valueStream()
        .map(
            each ->
                "%s %s %s"
                    .formatted(
                        each.get("worker").asText(),
                        each.get("duty").asText(),
                        each.path("until").asText("null")))
        .toList();
  }

  private List<String> claimed() {
    return server
        .conversation()
        .claim(1)
        .json()
        .get("keyPackages")
        .valueStream()
        .map(found -> found.get("device").asText())
        .toList();
  }

  private static List<String> sorted(TestTeam... team) {
    return Arrays.stream(team).map(TestTeam::id).sorted().toList();
  }
}
