package org.opstap.backend.devicevault;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/** Parts of devices' vaults. */
@Singleton
class DeviceVaultStore {
  private static final String SELECT =
      "SELECT part, version, state FROM device_vault WHERE device_id = ? AND part ";

  private final Transactions transactions;

  DeviceVaultStore(Transactions transactions) {
    this.transactions = transactions;
  }

  Optional<VaultPart> find(DeviceId device, Bytes part) {
    return transactions.write(
        connection -> select(connection, SELECT + "= ?", device, part).stream().findFirst());
  }

  /** Parts in their order after one, as many as fit into so many bytes, and at least one. */
  List<VaultPart> after(DeviceId device, Bytes part, long bytes) {
    return transactions.without(
        connection -> {
          List<VaultPart> page = new ArrayList<>();
          Bytes last = part;
          long left = bytes;
          while (left > 0) {
            List<VaultPart> next =
                select(
                    connection,
                    SELECT + "> ? AND state IS NOT NULL ORDER BY part LIMIT 1",
                    device,
                    last);
            if (next.isEmpty()) {
              return page;
            }
            page.addAll(next);
            last = next.getLast().part();
            left -= next.getLast().state().map(Bytes::length).orElse(0);
          }
          return page;
        });
  }

  Count count(DeviceId device) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT COUNT(*), COUNT(state) FROM device_vault WHERE device_id = ?")) {
            select.setBytes(1, device.toBytes().toByteArray());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return new Count(row.getInt(1), row.getInt(2));
            }
          }
        });
  }

  /** Stores the first version of a part, or the one after what is stored. */
  void put(DeviceId device, VaultPart part) {
    transactions.write(
        connection -> {
          try (PreparedStatement put =
              connection.prepareStatement(
                  "REPLACE INTO device_vault (device_id, part, version, state)"
                      + " VALUES (?, ?, ?, ?)")) {
            put.setBytes(1, device.toBytes().toByteArray());
            put.setBytes(2, part.part().toByteArray());
            put.setLong(3, part.version());
            put.setBytes(4, part.state().map(Bytes::toByteArray).orElse(null));
            return put.executeUpdate();
          }
        });
  }

  /** Removes everything of a device. */
  void remove(DeviceId device) {
    transactions.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM device_vault WHERE device_id = ?")) {
            delete.setBytes(1, device.toBytes().toByteArray());
            return delete.executeUpdate();
          }
        });
  }

  private static List<VaultPart> select(
      Connection connection, String sql, DeviceId device, Bytes part) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setBytes(1, device.toBytes().toByteArray());
      select.setBytes(2, part.toByteArray());
      try (ResultSet rows = select.executeQuery()) {
        List<VaultPart> parts = new ArrayList<>();
        while (rows.next()) {
          byte @Nullable [] state = rows.getBytes(3);
          parts.add(
              new VaultPart(
                  Bytes.copyOf(rows.getBytes(1)),
                  rows.getLong(2),
                  Optional.ofNullable(state).map(Bytes::copyOf)));
        }
        return parts;
      }
    }
  }

  /** How many parts there are, and how many of them have not ended. */
  record Count(int all, int filled) {}
}
