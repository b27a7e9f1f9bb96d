package org.opstap.backend.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.Duty;
import org.opstap.backend.staff.Role;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** Who is on duty at which minute: DUT-2 and DUT-7 to DUT-9. */
class RosterTest {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final int SUNDAY = 6 * DAY;
  private static final int WEEK = 7 * DAY;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ProgrammeId PROGRAMME = ProgrammeId.random(RANDOM);

  /** A Monday in winter: 10:00 on Dutch clocks. */
  private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");

  private final WorkerId noor = WorkerId.random(RANDOM);
  private final WorkerId sam = WorkerId.random(RANDOM);
  private final WorkerId kim = WorkerId.random(RANDOM);

  @Test
  void findsTwoPeopleWithOneDuty() {
    assertTrue(roster(primary(noor, 0, 60), primary(sam, 59, 120)).overlaps());
    assertTrue(roster(primary(noor, 0, 600), primary(sam, 60, 120)).overlaps());
    assertFalse(roster(primary(noor, 0, 60), primary(sam, 60, 120)).overlaps());
    assertFalse(roster(primary(noor, 0, 60), backup(sam, 0, 60)).overlaps());
  }

  @Test
  void findsOnePersonWithBothDuties() {
    assertTrue(roster(primary(noor, 0, 60), backup(noor, 30, 90)).overlaps());
    assertFalse(roster(primary(noor, 0, 60), backup(noor, 60, 90)).overlaps());
  }

  @Test
  void putsThoseOnTheRosterFirst() {
    Device asBackup = device(noor, Duty.BACKUP);
    Device asPrimary = device(sam, Duty.PRIMARY);
    Device other = device(kim, Duty.PRIMARY);
    Roster roster = roster(backup(sam, 0, DAY), primary(noor, 0, DAY), primary(kim, DAY, WEEK));

    assertEquals(
        List.of(asBackup, asPrimary, other),
        roster.inOrder(List.of(other, asPrimary, asBackup), MONDAY_TEN));
  }

  @Test
  void leavesTheOrderToTheTeamWhereNobodyIsOnTheRoster() {
    List<Device> team = List.of(device(kim, Duty.PRIMARY), device(noor, Duty.BACKUP));

    assertEquals(team, roster(primary(noor, DAY, WEEK)).inOrder(team, MONDAY_TEN));
  }

  @Test
  void putsWhoPausedLast() {
    Device paused = device(noor, Duty.OFF);
    Device other = device(kim, Duty.BACKUP);

    assertEquals(
        List.of(other, paused),
        roster(primary(noor, 0, WEEK)).inOrder(List.of(paused, other), MONDAY_TEN));
  }

  @Test
  void goesByDutchClocksInSpringAndAutumn() {
    Roster roster = roster(primary(noor, SUNDAY + 2 * HOUR, SUNDAY + 3 * HOUR));

    assertEquals(0, roster.at(Instant.parse("2027-03-28T00:59:00Z")).size());
    assertEquals(0, roster.at(Instant.parse("2027-03-28T01:00:00Z")).size());
    assertEquals(0, roster.at(Instant.parse("2026-10-24T23:59:00Z")).size());
    assertEquals(1, roster.at(Instant.parse("2026-10-25T00:00:00Z")).size());
    assertEquals(1, roster.at(Instant.parse("2026-10-25T01:59:00Z")).size());
    assertEquals(0, roster.at(Instant.parse("2026-10-25T02:00:00Z")).size());
  }

  @Test
  void saysUntilWhen() {
    assertUntil("2026-11-23T11:00:00Z", primary(noor, 0, 12 * HOUR));
    assertUntil(
        "2026-11-23T16:00:00Z", primary(noor, 0, 12 * HOUR), primary(noor, 12 * HOUR, 17 * HOUR));
    assertUntil(
        "2026-11-23T11:00:00Z", primary(noor, 0, 12 * HOUR), backup(noor, 12 * HOUR, 17 * HOUR));
    assertUntil("2026-11-30T07:00:00Z", primary(noor, 10 * HOUR, WEEK), primary(noor, 0, 8 * HOUR));
    Roster always = roster(primary(noor, 0, WEEK));
    assertEquals(Optional.empty(), always.until(always.slots().getFirst(), MONDAY_TEN));
  }

  private void assertUntil(String expected, RosterSlot... slots) {
    Roster roster = roster(slots);
    RosterSlot now = roster.at(MONDAY_TEN.plusSeconds(31)).getFirst();

    assertEquals(
        Optional.of(Instant.parse(expected)), roster.until(now, MONDAY_TEN.plusSeconds(31)));
  }

  @Test
  void saysUntilWhenClocksChange() {
    Roster roster = roster(primary(noor, SUNDAY, SUNDAY + 8 * HOUR));
    RosterSlot night = roster.slots().getFirst();

    assertEquals(
        Optional.of(Instant.parse("2026-10-25T07:00:00Z")),
        roster.until(night, Instant.parse("2026-10-24T22:30:00Z")));
    assertEquals(
        Optional.of(Instant.parse("2027-03-28T06:00:00Z")),
        roster.until(night, Instant.parse("2027-03-27T23:30:00Z")));
  }

  private static Roster roster(RosterSlot... slots) {
    return new Roster(1, List.of(slots));
  }

  private static RosterSlot primary(WorkerId worker, int from, int to) {
    return new RosterSlot(worker, from, to, Duty.PRIMARY);
  }

  private static RosterSlot backup(WorkerId worker, int from, int to) {
    return new RosterSlot(worker, from, to, Duty.BACKUP);
  }

  private static Device device(WorkerId worker, Duty duty) {
    return new Device(
        DeviceId.random(RANDOM),
        worker,
        PROGRAMME,
        Bytes.copyOf(new byte[32]),
        Optional.empty(),
        Optional.empty(),
        duty,
        Role.WORKER);
  }
}
