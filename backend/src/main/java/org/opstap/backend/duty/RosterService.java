package org.opstap.backend.duty;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.ProgrammeId;

/** A programme's weekly roster: kept in versions, and asked whose turn it is. */
@Singleton
public class RosterService {
  private final RosterStore store;
  private final StaffService staff;
  private final Transactions transactions;
  private final Clock clock;

  RosterService(RosterStore store, StaffService staff, Transactions transactions, Clock clock) {
    this.store = store;
    this.staff = staff;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Version 0 without a slot where there never was one. */
  Roster of(ProgrammeId programme) {
    return store.find(programme);
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Takes the place of the version before it; the same one again changes nothing. Of two writers of
   * one version one wins.
   */
  RosterResult replace(ProgrammeId programme, Roster next) {
    if (next.overlaps()) {
      return new RosterResult.Overlap();
    }
    return transactions.write(
        connection -> {
          store.lock(programme);
          Roster stored = store.find(programme);
          if (stored.equals(next)) {
            return new RosterResult.Stored(stored);
          }
          if (next.version() != stored.version() + 1) {
            return new RosterResult.Changed(stored.version());
          }
          if (!next.isOf(
              staff.team(programme).stream().map(Device::worker).collect(Collectors.toSet()))) {
            return new RosterResult.UnknownWorker();
          }
          store.replace(programme, next);
          return new RosterResult.Stored(next);
        });
  }

  /** The active devices of a programme, in the order in which they get new conversations now. */
  List<Device> inOrder(ProgrammeId programme) {
    return store.find(programme).inOrder(staff.team(programme), clock.instant());
  }

  /**
   * Takes everybody out of every roster who has no device any more (DUT-6).
   *
   * @return how many slots went
   */
  public int dropWhoLeft() {
    int dropped = 0;
    for (ProgrammeId programme : store.programmesWithWhoLeft()) {
      dropped +=
          transactions.write(
              connection -> {
                store.lock(programme);
                return store.dropWhoLeft(programme);
              });
    }
    return dropped;
  }
}
