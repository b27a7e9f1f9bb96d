package org.opstap.backend.devicevault;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DevicesRevoked;
import org.opstap.backend.http.Limits;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/**
 * Keeps the parts of a device's vault. Each write holds the device's row, so that none is stored
 * after the device was cut off, and of two at once one is the next.
 */
@Singleton
class DeviceVaultService {
  private final DeviceVaultStore store;
  private final StaffService staff;
  private final Transactions transactions;

  DeviceVaultService(DeviceVaultStore store, StaffService staff, Transactions transactions) {
    this.store = store;
    this.staff = staff;
    this.transactions = transactions;
  }

  /** Stores the next version of a part, or finds it stored (STF-10). */
  PartResult write(DeviceId device, VaultPart next) {
    return transactions.write(
        connection -> {
          if (!staff.lockActive(device)) {
            return new PartResult.Gone();
          }
          Optional<VaultPart> stored = store.find(device, next.part());
          if (stored.filter(next::equals).isPresent()) {
            return new PartResult.Written();
          }
          long version = stored.map(VaultPart::version).orElse(0L);
          if (next.version() != version + 1) {
            return new PartResult.OtherVersion(version);
          }
          if (!hasRoom(device, stored, next)) {
            return new PartResult.Full();
          }
          store.put(device, next);
          return new PartResult.Written();
        });
  }

  /** A part that is there. */
  Optional<VaultPart> find(DeviceId device, Bytes part) {
    return store.find(device, part).filter(found -> found.state().isPresent());
  }

  /** A page of the parts after one; none, or less than a page, at the end. */
  List<VaultPart> after(DeviceId device, Bytes part) {
    return store.after(device, part, Limits.BYTES_A_PAGE);
  }

  /** What a device kept is gone with it (STF-14). */
  private boolean hasRoom(DeviceId device, Optional<VaultPart> stored, VaultPart next) {
    boolean fills = next.state().isPresent() && stored.flatMap(VaultPart::state).isEmpty();
    if (!fills && stored.isPresent()) {
      return true;
    }
    DeviceVaultStore.Count count = store.count(device);
    return !(fills && count.filled() >= Limits.VAULT_PARTS_A_DEVICE)
        && !(stored.isEmpty() && count.all() >= Limits.VAULT_VERSIONS_A_DEVICE);
  }

  @EventListener
  void remove(DevicesRevoked revoked) {
    for (DeviceId device : revoked.devices()) {
      if (staff.isOf(device, revoked.programme())) {
        store.remove(device);
      }
    }
  }
}
