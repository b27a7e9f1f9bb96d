package org.opstap.backend.duty;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.backend.staff.Device;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.mls.KeyPackage;
import org.opstap.protocol.mls.MalformedMessageException;
import org.opstap.protocol.wire.Bytes;

/**
 * Takes key packages in and hands them out: one person on duty and one backup to a phone, one
 * colleague to a worker.
 */
@Singleton
public class KeyPackageService {
  /** The device on duty and its backup. */
  private static final int DEVICES_OF_A_CONVERSATION = 2;

  private final KeyPackageStore store;
  private final RosterService rosters;
  private final Transactions transactions;
  private final Clock clock;

  KeyPackageService(
      KeyPackageStore store, RosterService rosters, Transactions transactions, Clock clock) {
    this.store = store;
    this.rosters = rosters;
    this.transactions = transactions;
    this.clock = clock;
  }

  KeyPackageStore.Stock stock(DeviceId device) {
    return store.stock(device);
  }

  PublishResult publish(Device device, List<Bytes> messages, Optional<Bytes> lastResort) {
    Map<Bytes, KeyPackage> parsed = new LinkedHashMap<>();
    List<Bytes> all = new ArrayList<>(messages);
    lastResort.ifPresent(all::add);
    for (Bytes message : all) {
      Optional<KeyPackage> own = parseOwn(device, message);
      if (own.isEmpty()) {
        return new PublishResult.Invalid();
      }
      parsed.put(message, own.get());
    }
    return transactions.write(
        connection -> {
          long fresh =
              parsed.entrySet().stream()
                  .filter(entry -> messages.contains(entry.getKey()))
                  .filter(entry -> !store.isPublished(entry.getValue()))
                  .count();
          int stock = store.stock(device.id()).oneTime();
          boolean spentLastResort =
              lastResort
                  .map(parsed::get)
                  .filter(store::isPublished)
                  .filter(known -> !store.isLastResort(known))
                  .isPresent();
          if (spentLastResort) {
            return new PublishResult.Invalid();
          }
          if (fresh > 0 && stock + fresh > Limits.KEY_PACKAGES_A_DEVICE) {
            return new PublishResult.StockFull();
          }
          if (fresh > 0) {
            store.retireFormer(device);
          }
          parsed.forEach(
              (message, keyPackage) -> {
                if (lastResort.filter(message::equals).isPresent()) {
                  store.replaceLastResort(device, keyPackage, message);
                } else {
                  store.addToStock(device, keyPackage, message);
                }
              });
          return new PublishResult.Published(store.stock(device.id()));
        });
  }

  private static Optional<KeyPackage> parseOwn(Device device, Bytes message) {
    if (message.length() > Limits.KEY_PACKAGE_BYTES) {
      return Optional.empty();
    }
    try {
      KeyPackage keyPackage = KeyPackage.parse(message);
      boolean own =
          keyPackage.signatureKey().equals(device.signatureKey())
              && device.credential().filter(keyPackage.credential()::equals).isPresent();
      return own ? Optional.of(keyPackage) : Optional.empty();
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  /**
   * For a phone that begins a generation: the device on duty and the backup (KPK-5). Again for the
   * same scope it is the same answer, but for devices that can't be added any more, whose place
   * others take (KPK-6). The caller holds the conversation's lock.
   *
   * @param known whose case it is already; that device comes before whoever is on duty
   */
  public ClaimResult claimForGeneration(
      ClaimScope scope, ProgrammeId programme, Optional<DeviceId> known) {
    return claim(scope, programme, DEVICES_OF_A_CONVERSATION, known);
  }

  /**
   * For a phone that lets another programme in: its device on duty, else its backup, and so on; by
   * the same rules. The caller holds the conversation's lock.
   */
  public ClaimResult claimForLead(ClaimScope scope, ProgrammeId programme) {
    return claim(scope, programme, 1, Optional.empty());
  }

  private ClaimResult claim(
      ClaimScope scope, ProgrammeId programme, int devices, Optional<DeviceId> known) {
    LocalDate today = Coarse.today(clock);
    SequencedSet<DeviceId> reachable = new LinkedHashSet<>();
    for (Device device : rosters.inOrder(programme)) {
      if (device.canBeAddedOn(today)) {
        reachable.add(device.id());
      }
    }
    known.filter(reachable::contains).ifPresent(reachable::addFirst);
    Map<DeviceId, ClaimedPackage> claimed = new HashMap<>();
    boolean outdated = store.withdrawOutdated(scope, today) > 0;
    List<ClaimedPackage> earlier = store.claimed(scope);
    for (ClaimedPackage found : earlier) {
      if (reachable.contains(found.device())) {
        claimed.put(found.device(), found);
      } else {
        store.withdraw(scope, found.device());
      }
    }
    if (outdated || earlier.isEmpty() || claimed.size() < earlier.size()) {
      for (DeviceId device : reachable) {
        if (claimed.size() < devices && !claimed.containsKey(device)) {
          store.claim(scope, device, today).ifPresent(fresh -> claimed.put(device, fresh));
        }
      }
    }
    return claimed.isEmpty()
        ? new ClaimResult.NobodyOnDuty()
        : new ClaimResult.Claimed(
            claimed.values().stream()
                .sorted(Comparator.comparing(found -> found.device().toText()))
                .toList());
  }

  /**
   * For a worker's device: one package of one colleague (KPK-7). The caller holds the
   * conversation's lock.
   */
  public ClaimResult claimColleague(ClaimScope scope, Device colleague) {
    LocalDate today = Coarse.today(clock);
    if (!colleague.canBeAddedOn(today)) {
      return new ClaimResult.NobodyOnDuty();
    }
    return store.claimed(scope).stream()
        .filter(earlier -> earlier.device().equals(colleague.id()))
        .findFirst()
        .or(() -> store.claim(scope, colleague.id(), today))
        .<ClaimResult>map(found -> new ClaimResult.Claimed(List.of(found)))
        .orElseGet(ClaimResult.NobodyOnDuty::new);
  }

  /**
   * Whose packages these references are, if each was claimed in that scope; otherwise empty
   * (LOG-11).
   */
  public Optional<List<DeviceId>> devicesOf(ClaimScope scope, List<Bytes> references) {
    Map<Bytes, DeviceId> claimed = new HashMap<>();
    store.claimed(scope).forEach(found -> claimed.put(found.reference(), found.device()));
    if (!claimed.keySet().containsAll(references)) {
      return Optional.empty();
    }
    return Optional.of(references.stream().map(claimed::get).toList());
  }

  /** Drops claims that no Commit from this epoch on can use. */
  public void dropClaimsBefore(ConversationId conversation, long generation, long epoch) {
    store.dropBefore(conversation, generation, epoch);
  }
}
