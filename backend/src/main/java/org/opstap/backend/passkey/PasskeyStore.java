package org.opstap.backend.passkey;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** Passkeys by the digests of their ids. */
@Singleton
class PasskeyStore {
  private final Transactions transactions;

  PasskeyStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Removes what a worker had. */
  void remove(WorkerId worker) {
    transactions.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM passkey WHERE worker_id = ?")) {
            delete.setBytes(1, worker.toBytes().toByteArray());
            return delete.executeUpdate();
          }
        });
  }

  /** False where somebody has that passkey. */
  boolean insertIfNew(WorkerId worker, Passkey passkey) {
    return transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT IGNORE INTO passkey (worker_id, credential_digest, public_key,"
                      + " signature_counter) VALUES (?, ?, ?, ?)")) {
            insert.setBytes(1, worker.toBytes().toByteArray());
            insert.setBytes(2, passkey.credentialDigest().toByteArray());
            insert.setBytes(3, passkey.publicKey().toByteArray());
            insert.setLong(4, passkey.counter());
            return insert.executeUpdate() == 1;
          }
        });
  }

  boolean has(WorkerId worker) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT COUNT(*) FROM passkey WHERE worker_id = ?")) {
            select.setBytes(1, worker.toBytes().toByteArray());
            try (ResultSet row = select.executeQuery()) {
              return row.next() && row.getInt(1) > 0;
            }
          }
        });
  }

  Optional<Held> find(Bytes credentialDigest) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT worker_id, public_key, signature_counter FROM passkey"
                      + " WHERE credential_digest = ?")) {
            select.setBytes(1, credentialDigest.toByteArray());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Held(
                          WorkerId.fromBytes(Bytes.copyOf(row.getBytes(1))),
                          new Passkey(
                              credentialDigest, Bytes.copyOf(row.getBytes(2)), row.getLong(3))))
                  : Optional.empty();
            }
          }
        });
  }

  /**
   * False where the passkey is gone, or another signature with this counter or a later one came.
   */
  boolean advance(Bytes credentialDigest, long counter) {
    return transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE passkey SET signature_counter = ?"
                      + " WHERE credential_digest = ? AND signature_counter < ?")) {
            update.setLong(1, counter);
            update.setBytes(2, credentialDigest.toByteArray());
            update.setLong(3, counter);
            return update.executeUpdate() == 1;
          }
        });
  }

  record Held(WorkerId worker, Passkey passkey) {}
}
