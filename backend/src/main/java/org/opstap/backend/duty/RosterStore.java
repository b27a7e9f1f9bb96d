package org.opstap.backend.duty;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.staff.Duty;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** Rosters. {@link #lock} serialises changes of one. */
@Singleton
class RosterStore {
  /** Whose every device is revoked. */
  private static final String LEFT =
      " NOT EXISTS (SELECT 1 FROM worker_device d WHERE d.worker_id = roster_slot.worker_id AND"
          + " d.state = 'active')";

  private final Transactions transactions;

  RosterStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Version and slots are of the same moment: one statement reads both. */
  Roster find(ProgrammeId programme) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT r.version, s.worker_id, s.from_minute, s.to_minute, s.duty FROM roster r"
                      + " LEFT JOIN roster_slot s ON s.programme_id = r.programme_id"
                      + " WHERE r.programme_id = ?")) {
            select.setBytes(1, bytes(programme));
            try (ResultSet rows = select.executeQuery()) {
              long version = 0;
              List<RosterSlot> slots = new ArrayList<>();
              while (rows.next()) {
                version = rows.getLong("version");
                if (rows.getBytes("worker_id") != null) {
                  slots.add(slot(rows));
                }
              }
              return new Roster(version, slots);
            }
          }
        });
  }

  private static RosterSlot slot(ResultSet row) throws SQLException {
    return new RosterSlot(
        WorkerId.fromBytes(Bytes.copyOf(row.getBytes("worker_id"))),
        row.getInt("from_minute"),
        row.getInt("to_minute"),
        Duty.valueOf(row.getString("duty").toUpperCase(Locale.ROOT)));
  }

  /** Holds the programme's roster, which may be empty, until the transaction ends. */
  void lock(ProgrammeId programme) {
    update(
        "INSERT INTO roster (programme_id, version) VALUES (?, 0)"
            + " ON DUPLICATE KEY UPDATE version = version",
        programme);
  }

  /** The caller holds the lock. */
  void replace(ProgrammeId programme, Roster roster) {
    update("DELETE FROM roster_slot WHERE programme_id = ?", programme);
    transactions.write(
        connection -> {
          insert(connection, programme, roster.slots());
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE roster SET version = ? WHERE programme_id = ?")) {
            update.setLong(1, roster.version());
            update.setBytes(2, bytes(programme));
            return update.executeUpdate();
          }
        });
  }

  private static void insert(Connection connection, ProgrammeId programme, List<RosterSlot> slots)
      throws SQLException {
    if (slots.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO roster_slot (programme_id, worker_id, from_minute, to_minute, duty)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (RosterSlot slot : slots) {
        insert.setBytes(1, bytes(programme));
        insert.setBytes(2, slot.worker().toBytes().toByteArray());
        insert.setInt(3, slot.from());
        insert.setInt(4, slot.to());
        insert.setString(5, slot.duty().code());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Whose rosters name somebody without a device. */
  List<ProgrammeId> programmesWithWhoLeft() {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT DISTINCT programme_id FROM roster_slot WHERE" + LEFT);
              ResultSet rows = select.executeQuery()) {
            List<ProgrammeId> found = new ArrayList<>();
            while (rows.next()) {
              found.add(ProgrammeId.fromBytes(Bytes.copyOf(rows.getBytes("programme_id"))));
            }
            return found;
          }
        });
  }

  /** Counts a change where there is one. The caller holds the lock. */
  int dropWhoLeft(ProgrammeId programme) {
    int dropped = update("DELETE FROM roster_slot WHERE programme_id = ? AND" + LEFT, programme);
    if (dropped > 0) {
      update("UPDATE roster SET version = version + 1 WHERE programme_id = ?", programme);
    }
    return dropped;
  }

  private int update(String sql, ProgrammeId programme) {
    return transactions.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, bytes(programme));
            return statement.executeUpdate();
          }
        });
  }

  private static byte[] bytes(ProgrammeId programme) {
    return programme.toBytes().toByteArray();
  }
}
