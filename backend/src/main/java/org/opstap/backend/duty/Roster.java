package org.opstap.backend.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.Duty;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.routing.MinuteOfWeek;

/**
 * Who has which duty at which minutes of the week. The slots are in order of duty and time.
 *
 * @param version 0 where there never was one
 */
record Roster(long version, List<RosterSlot> slots) {
  Roster {
    slots =
        slots.stream()
            .sorted(Comparator.comparing(RosterSlot::duty).thenComparing(RosterSlot::from))
            .toList();
  }

  /** Whether two people have a duty at once, or one person has both (DUT-2). */
  boolean overlaps() {
    return slots.stream().anyMatch(one -> slots.stream().anyMatch(other -> collide(one, other)));
  }

  private static boolean collide(RosterSlot one, RosterSlot other) {
    return one != other
        && one.from() < other.to()
        && other.from() < one.to()
        && (one.duty() == other.duty() || one.worker().equals(other.worker()));
  }

  /** Who is on duty now: at most one primary and one backup. */
  List<RosterSlot> at(Instant now) {
    int minute = MinuteOfWeek.at(now);
    return slots.stream().filter(slot -> slot.contains(minute)).toList();
  }

  /**
   * From when on the worker of a slot that counts now no longer has its duty, by clocks that may
   * change between now and then; empty for one who has it all week.
   */
  Optional<Instant> until(RosterSlot slot, Instant now) {
    List<RosterSlot> same =
        slots.stream()
            .filter(each -> each.worker().equals(slot.worker()) && each.duty() == slot.duty())
            .toList();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    for (int i = 0; i < OpeningHours.MINUTES_PER_WEEK; i++) {
      minute = minute.plus(Duration.ofMinutes(1));
      int minuteOfWeek = MinuteOfWeek.at(minute);
      if (same.stream().noneMatch(each -> each.contains(minuteOfWeek))) {
        return Optional.of(minute);
      }
    }
    return Optional.empty();
  }

  /**
   * In which order new conversations are offered now (DUT-7): to the primary of this minute, its
   * backup, then the others as they come; to those who paused at last.
   *
   * @param team in the order that counts without a roster
   */
  List<Device> inOrder(List<Device> team, Instant now) {
    List<RosterSlot> current = at(now);
    return team.stream().sorted(Comparator.comparingInt(device -> rank(device, current))).toList();
  }

  private static int rank(Device device, List<RosterSlot> current) {
    if (device.duty() == Duty.OFF) {
      return Duty.values().length;
    }
    return current.stream()
        .filter(slot -> slot.worker().equals(device.worker()))
        .findFirst()
        .map(slot -> slot.duty().ordinal())
        .orElse(Duty.OFF.ordinal());
  }

  /** Whether everybody in it is one of these. */
  boolean isOf(Set<WorkerId> workers) {
    return slots.stream().allMatch(slot -> workers.contains(slot.worker()));
  }
}
