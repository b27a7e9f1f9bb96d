package org.opstap.backend.duty;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.staff.Device;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.KeyPackageId;
import org.opstap.protocol.mls.KeyPackage;
import org.opstap.protocol.wire.Bytes;

/** Key packages and claims. */
@Singleton
class KeyPackageStore {
  private static final String STOCK = "stock";
  private static final String LAST_RESORT = "last-resort";

  private final Transactions transactions;
  private final SecureRandom random;

  KeyPackageStore(Transactions transactions, SecureRandom random) {
    this.transactions = transactions;
    this.random = random;
  }

  /** Counts packages that can be handed out. */
  Stock stock(DeviceId device) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT COALESCE(SUM(k.state = 'stock'), 0), COALESCE(SUM(k.state ="
                      + " 'last-resort'), 0) FROM key_package k JOIN worker_device d ON"
                      + " d.device_id = k.device_id AND d.credential_until = k.credential_until"
                      + " WHERE k.device_id = ?")) {
            select.setBytes(1, device.toBytes().toByteArray());
            try (ResultSet rows = select.executeQuery()) {
              rows.next();
              return new Stock(rows.getInt(1), rows.getInt(2) > 0);
            }
          }
        });
  }

  /** Whether the package was published before, and is still known (KPK-4). */
  boolean isPublished(KeyPackage keyPackage) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT 1 FROM key_package WHERE reference = ?")) {
            select.setBytes(1, keyPackage.reference().toByteArray());
            try (ResultSet rows = select.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  /** Whether the package is what the device hands out when no other is left. */
  boolean isLastResort(KeyPackage keyPackage) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT 1 FROM key_package WHERE reference = ? AND state = 'last-resort'")) {
            select.setBytes(1, keyPackage.reference().toByteArray());
            try (ResultSet rows = select.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  /** Of the credentials that a device had before. */
  void retireFormer(Device device) {
    transactions.write(
        connection -> {
          try (PreparedStatement retire =
              connection.prepareStatement(
                  "UPDATE key_package SET state = 'used', message = '' WHERE device_id = ? AND"
                      + " state = 'stock' AND NOT (credential_until <=> ?)")) {
            retire.setBytes(1, device.id().toBytes().toByteArray());
            retire.setObject(2, device.credentialUntil().orElse(null));
            return retire.executeUpdate();
          }
        });
  }

  void addToStock(Device device, KeyPackage keyPackage, Bytes message) {
    transactions.write(connection -> insert(connection, device, keyPackage, message, STOCK));
  }

  void replaceLastResort(Device device, KeyPackage keyPackage, Bytes message) {
    transactions.write(
        connection -> {
          try (PreparedStatement retire =
              connection.prepareStatement(
                  "UPDATE key_package SET state = 'claimed'"
                      + " WHERE device_id = ? AND state = 'last-resort' AND reference <> ?")) {
            retire.setBytes(1, device.id().toBytes().toByteArray());
            retire.setBytes(2, keyPackage.reference().toByteArray());
            retire.executeUpdate();
          }
          return insert(connection, device, keyPackage, message, LAST_RESORT);
        });
  }

  private int insert(
      Connection connection, Device device, KeyPackage keyPackage, Bytes message, String state)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT IGNORE INTO key_package (key_package_id, device_id, reference, message, state,"
                + " credential_until) VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setBytes(1, KeyPackageId.random(random).toBytes().toByteArray());
      insert.setBytes(2, device.id().toBytes().toByteArray());
      insert.setBytes(3, keyPackage.reference().toByteArray());
      insert.setBytes(4, message.toByteArray());
      insert.setString(5, state);
      insert.setObject(6, device.credentialUntil().orElse(null));
      return insert.executeUpdate();
    }
  }

  /** What was claimed before in this scope, by device identifier. */
  List<ClaimedPackage> claimed(ClaimScope scope) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT c.device_id, k.reference, k.message FROM key_package_claim c"
                      + " JOIN key_package k ON k.key_package_id = c.key_package_id"
                      + " WHERE c.conversation_id = ? AND c.generation = ? AND c.epoch = ?"
                      + " AND c.claimant_id = ? ORDER BY c.device_id")) {
            setScope(select, scope);
            try (ResultSet rows = select.executeQuery()) {
              List<ClaimedPackage> claimed = new ArrayList<>();
              while (rows.next()) {
                claimed.add(
                    new ClaimedPackage(
                        DeviceId.fromBytes(Bytes.copyOf(rows.getBytes(1))),
                        Bytes.copyOf(rows.getBytes(2)),
                        Bytes.copyOf(rows.getBytes(3))));
              }
              return claimed;
            }
          }
        });
  }

  /**
   * Hands out one package of a device, its last resort where no other is left; empty if there is
   * neither.
   */
  Optional<ClaimedPackage> claim(ClaimScope scope, DeviceId device, LocalDate today) {
    return transactions.write(
        connection -> {
          Optional<Available> available = take(connection, device, today);
          if (available.isEmpty()) {
            return Optional.empty();
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO key_package_claim (conversation_id, generation, epoch, claimant_id,"
                      + " device_id, key_package_id) VALUES (?, ?, ?, ?, ?, ?)")) {
            setScope(insert, scope);
            insert.setBytes(5, device.toBytes().toByteArray());
            insert.setBytes(6, available.get().id().toByteArray());
            insert.executeUpdate();
          }
          return Optional.of(
              new ClaimedPackage(device, available.get().reference(), available.get().message()));
        });
  }

  private static Optional<Available> take(Connection connection, DeviceId device, LocalDate today)
      throws SQLException {
    Optional<Available> fromStock =
        lockOne(connection, device, today, STOCK, " FOR UPDATE SKIP LOCKED");
    if (fromStock.isPresent()) {
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE key_package SET state = 'claimed' WHERE key_package_id = ?")) {
        update.setBytes(1, fromStock.get().id().toByteArray());
        update.executeUpdate();
      }
      return fromStock;
    }
    return lockOne(connection, device, today, LAST_RESORT, "");
  }

  private static Optional<Available> lockOne(
      Connection connection, DeviceId device, LocalDate today, String state, String lock)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT key_package_id, reference, message FROM key_package"
                + " WHERE device_id = ? AND state = ? AND credential_until >= ? LIMIT 1"
                + lock)) {
      select.setBytes(1, device.toBytes().toByteArray());
      select.setString(2, state);
      select.setObject(3, today);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Available(
                    Bytes.copyOf(rows.getBytes(1)),
                    Bytes.copyOf(rows.getBytes(2)),
                    Bytes.copyOf(rows.getBytes(3))))
            : Optional.empty();
      }
    }
  }

  /**
   * Takes claims back whose packages phones would refuse, or may: those whose credential has run
   * out, and those with another one than the device's, where it has a package with that. Gives how
   * many.
   */
  int withdrawOutdated(ClaimScope scope, LocalDate today) {
    return transactions.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE c FROM key_package_claim c JOIN key_package k ON k.key_package_id ="
                      + " c.key_package_id JOIN worker_device d ON d.device_id = c.device_id WHERE"
                      + " c.conversation_id = ? AND c.generation = ? AND c.epoch = ? AND"
                      + " c.claimant_id = ? AND (k.credential_until < ? OR (k.credential_until <>"
                      + " d.credential_until AND EXISTS (SELECT 1 FROM key_package f WHERE"
                      + " f.device_id = c.device_id AND f.state IN ('stock', 'last-resort') AND"
                      + " f.credential_until = d.credential_until)))")) {
            setScope(delete, scope);
            delete.setObject(5, today);
            return delete.executeUpdate();
          }
        });
  }

  /** Takes a claim back whose device can't be added any more. */
  void withdraw(ClaimScope scope, DeviceId device) {
    transactions.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM key_package_claim WHERE conversation_id = ? AND generation = ?"
                      + " AND epoch = ? AND claimant_id = ? AND device_id = ?")) {
            setScope(delete, scope);
            delete.setBytes(5, device.toBytes().toByteArray());
            return delete.executeUpdate();
          }
        });
  }

  /**
   * Drops claims that no Commit from this epoch on can use, and marks their packages as used but
   * those that somebody else has claimed: a last resort that was replaced may be in several claims.
   */
  void dropBefore(ConversationId conversation, long generation, long epoch) {
    String past =
        " c.conversation_id = ? AND (c.generation < ? OR (c.generation = ? AND c.epoch < ?))";
    String unclaimedElsewhere =
        " AND NOT EXISTS (SELECT 1 FROM key_package_claim o WHERE o.key_package_id ="
            + " k.key_package_id AND (o.conversation_id <> c.conversation_id OR o.generation >"
            + " c.generation OR o.epoch > c.epoch OR o.claimant_id <> c.claimant_id))";
    transactions.write(
        connection -> {
          int dropped = 0;
          for (String statement :
              List.of(
                  "UPDATE key_package k JOIN key_package_claim c ON c.key_package_id ="
                      + " k.key_package_id SET k.state = 'used', k.message = '' WHERE k.state ="
                      + " 'claimed' AND"
                      + past
                      + unclaimedElsewhere,
                  "DELETE c FROM key_package_claim c WHERE" + past)) {
            try (PreparedStatement delete = connection.prepareStatement(statement)) {
              delete.setBytes(1, conversation.toBytes().toByteArray());
              delete.setLong(2, generation);
              delete.setLong(3, generation);
              delete.setLong(4, epoch);
              dropped += delete.executeUpdate();
            }
          }
          return dropped;
        });
  }

  private static void setScope(PreparedStatement statement, ClaimScope scope) throws SQLException {
    statement.setBytes(1, scope.conversation().toBytes().toByteArray());
    statement.setLong(2, scope.generation());
    statement.setLong(3, scope.epoch());
    statement.setBytes(4, scope.claimant().toBytes().toByteArray());
  }

  /**
   * @param oneTime packages that are handed out once
   */
  record Stock(int oneTime, boolean lastResort) {}

  private record Available(Bytes id, Bytes reference, Bytes message) {}
}
