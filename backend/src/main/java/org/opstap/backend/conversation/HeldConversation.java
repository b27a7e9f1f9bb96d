package org.opstap.backend.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.vault.HeldVault;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;

/**
 * A conversation with its seats, locked by a transaction, and what the transaction has made of it
 * so far. Nothing is stored before {@link AppendStore#save}.
 */
final class HeldConversation {
  private final Map<BrandedId, Seat> seats = new LinkedHashMap<>();
  private final Set<BrandedId> stored;
  private final Set<BrandedId> changed = new LinkedHashSet<>();
  private final List<Entry> fresh = new ArrayList<>();
  private Conversation conversation;
  private @Nullable HeldVault vault;

  HeldConversation(Conversation conversation, List<Seat> seats) {
    this.conversation = conversation;
    seats.forEach(seat -> this.seats.put(seat.holder(), seat));
    stored = Set.copyOf(this.seats.keySet());
  }

  Conversation now() {
    return conversation;
  }

  Collection<Seat> seats() {
    return seats.values();
  }

  Optional<Seat> member(BrandedId holder) {
    return Optional.ofNullable(seats.get(holder)).filter(Seat::isMember);
  }

  List<BrandedId> members() {
    return seats.values().stream().filter(Seat::isMember).map(Seat::holder).toList();
  }

  /** Its vault, or the place of one, where an append of the transaction brings a state. */
  Optional<HeldVault> vault() {
    return Optional.ofNullable(vault);
  }

  void hold(HeldVault held) {
    vault = held;
  }

  void become(Conversation next) {
    conversation = next;
  }

  void put(Seat seat) {
    seats.put(seat.holder(), seat);
    changed.add(seat.holder());
  }

  /**
   * Opens a device's seat; one that is open already keeps what it has not read, one that was closed
   * begins anew but for its append number.
   */
  void open(DeviceId device, long joinedAt) {
    Seat seat = seats.get(device);
    if (seat == null) {
      put(Seat.open(device, joinedAt));
    } else if (!seat.isMember()) {
      put(seat.openedAgain(joinedAt));
    }
  }

  void add(Entry entry) {
    fresh.add(entry);
  }

  /** Bytes of a seat's entries that this transaction adds. */
  long freshBytesOf(BrandedId holder) {
    return fresh.stream()
        .filter(entry -> entry.sender().equals(holder))
        .mapToLong(Entry::size)
        .sum();
  }

  /** Seats that were not there before. */
  List<Seat> newSeats() {
    return changed.stream().filter(holder -> !stored.contains(holder)).map(seats::get).toList();
  }

  /** Seats that were there, and are different now. */
  List<Seat> changedSeats() {
    return changed.stream().filter(stored::contains).map(seats::get).toList();
  }

  /** What is to be added to the log, in order. */
  List<Entry> fresh() {
    return fresh;
  }
}
