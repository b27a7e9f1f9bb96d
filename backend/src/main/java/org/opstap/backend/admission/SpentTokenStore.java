package org.opstap.backend.admission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.wire.Bytes;

/** Nonces of spent tokens, each once for a key, with a digest of the request that spent it. */
@Singleton
class SpentTokenStore {
  private final Transactions transactions;

  SpentTokenStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Waits for whoever is about to spend the same token.
   *
   * @return false where it was spent, or where its key is no more
   */
  boolean insertIfNew(VerifiedToken token, Bytes requestDigest) {
    return transactions.write(
        connection -> {
          try (PreparedStatement insert =
              prepare(
                  connection,
                  "INSERT IGNORE INTO spent_token (month, nonce, request_digest) VALUES (?, ?, ?)",
                  token)) {
            insert.setBytes(3, requestDigest.toByteArray());
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** Of the request that spent it; empty where none did. */
  Optional<Bytes> requestDigest(VerifiedToken token) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
                  prepare(
                      connection,
                      "SELECT request_digest FROM spent_token WHERE month = ? AND nonce = ?",
                      token);
              ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(Bytes.copyOf(rows.getBytes(1))) : Optional.empty();
          }
        });
  }

  private static PreparedStatement prepare(Connection connection, String sql, VerifiedToken token)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setObject(1, token.month());
    statement.setBytes(2, token.nonce().toByteArray());
    return statement;
  }
}
