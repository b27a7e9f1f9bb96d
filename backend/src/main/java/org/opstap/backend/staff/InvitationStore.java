package org.opstap.backend.staff;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** Invitations by digest. {@link #lock} serialises two uses of one invitation. */
@Singleton
class InvitationStore {
  private static final String COORDINATOR = "coordinator";

  private final Transactions transactions;

  InvitationStore(Transactions transactions) {
    this.transactions = transactions;
  }

  void insert(Bytes digest, Invited invited, boolean byCoordinator, long expiresAtQuarter) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO invitation (digest, programme_id, role, worker_id, made_by,"
                      + " expires_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setBytes(1, digest.toByteArray());
            insert.setBytes(2, invited.programme().toBytes().toByteArray());
            insert.setString(3, invited.role().code());
            insert.setBytes(
                4, invited.worker().map(worker -> worker.toBytes().toByteArray()).orElse(null));
            insert.setString(5, byCoordinator ? COORDINATOR : "operator");
            insert.setLong(6, expiresAtQuarter);
            return insert.executeUpdate();
          }
        });
  }

  /** The invitation, held until the transaction ends. */
  Optional<Invitation> lock(Bytes digest) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT programme_id, role, worker_id, made_by, device_id, expires_at FROM"
                      + " invitation WHERE digest = ? FOR UPDATE")) {
            select.setBytes(1, digest.toByteArray());
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? Optional.of(invitation(rows)) : Optional.empty();
            }
          }
        });
  }

  /** Those of a programme's coordinators; the operator's stay. */
  void removeUnused(ProgrammeId programme) {
    transactions.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM invitation WHERE programme_id = ? AND made_by = ? AND device_id IS"
                      + " NULL")) {
            delete.setBytes(1, programme.toBytes().toByteArray());
            delete.setString(2, COORDINATOR);
            return delete.executeUpdate();
          }
        });
  }

  void markUsed(Bytes digest, DeviceId device) {
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE invitation SET device_id = ? WHERE digest = ?")) {
            update.setBytes(1, device.toBytes().toByteArray());
            update.setBytes(2, digest.toByteArray());
            return update.executeUpdate();
          }
        });
  }

  private static Invitation invitation(ResultSet row) throws java.sql.SQLException {
    byte @Nullable [] device = row.getBytes("device_id");
    byte @Nullable [] worker = row.getBytes("worker_id");
    return new Invitation(
        new Invited(
            ProgrammeId.fromBytes(Bytes.copyOf(row.getBytes("programme_id"))),
            Role.of(row.getString("role")),
            Optional.ofNullable(worker).map(Bytes::copyOf).map(WorkerId::fromBytes)),
        Optional.ofNullable(device).map(Bytes::copyOf).map(DeviceId::fromBytes),
        row.getString("made_by").equals(COORDINATOR),
        row.getLong("expires_at"));
  }

  /**
   * @param usedBy the device that it let in
   * @param byCoordinator whether a coordinator of the programme made it, or else the operator
   */
  record Invitation(
      Invited invited, Optional<DeviceId> usedBy, boolean byCoordinator, long expiresAtQuarter) {}
}
