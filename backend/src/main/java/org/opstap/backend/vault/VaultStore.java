package org.opstap.backend.vault;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** Vaults. Everything but a look is done under the lock of the conversation's row. */
@Singleton
class VaultStore {
  private final Transactions transactions;

  VaultStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Whose conversation it is, held against every other change until the transaction ends. */
  Optional<PseudonymId> lockConversation(ConversationId conversation) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT pseudonym_id FROM conversation WHERE conversation_id = ? FOR UPDATE")) {
            set(select, 1, conversation);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(PseudonymId.fromBytes(Bytes.copyOf(row.getBytes(1))))
                  : Optional.empty();
            }
          }
        });
  }

  /** The vault, or its place, of a conversation that the transaction holds. */
  HeldVault of(ConversationId held) {
    return of(List.of(held)).values().iterator().next();
  }

  /** The same of many. */
  Map<ConversationId, HeldVault> of(Collection<ConversationId> held) {
    List<ConversationId> asked = padded(held);
    String places = String.join(", ", Collections.nCopies(asked.size(), "?"));
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT c.conversation_id, p.public_key, c.former_locator_digest,"
                      + " v.locator_digest, v.access_key_digest, v.version FROM conversation c"
                      + " JOIN pseudonym p ON p.pseudonym_id = c.pseudonym_id"
                      + " LEFT JOIN vault v ON v.conversation_id = c.conversation_id"
                      + " WHERE c.conversation_id IN ("
                      + places
                      + ')')) {
            int column = 1;
            for (ConversationId conversation : asked) {
              set(select, column++, conversation);
            }
            try (ResultSet rows = select.executeQuery()) {
              Map<ConversationId, HeldVault> vaults = new HashMap<>();
              while (rows.next()) {
                HeldVault vault = vault(rows);
                vaults.put(vault.conversation(), vault);
              }
              return vaults;
            }
          }
        });
  }

  /** The state of a vault that is there. */
  SealedState state(ConversationId conversation) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT state FROM vault WHERE conversation_id = ?")) {
            set(select, 1, conversation);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return new SealedState(Bytes.copyOf(row.getBytes(1)));
            }
          }
        });
  }

  /** Which conversation's vault a locator names, and what opens it; holds nothing. */
  Optional<Found> find(Bytes locatorDigest) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT conversation_id, access_key_digest FROM vault"
                      + " WHERE locator_digest = ?")) {
            set(select, 1, locatorDigest);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Found(
                          ConversationId.fromBytes(Bytes.copyOf(row.getBytes(1))),
                          Bytes.copyOf(row.getBytes(2))))
                  : Optional.empty();
            }
          }
        });
  }

  /** Fails where another conversation's vault has the locator. */
  void insert(ConversationId conversation, NewVault vault) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO vault (locator_digest, access_key_digest, version, state,"
                      + " conversation_id) VALUES (?, ?, ?, ?, ?)")) {
            set(insert, 1, vault.locatorDigest());
            set(insert, 2, vault.accessKeyDigest());
            insert.setLong(3, NewVault.VERSION);
            set(insert, 4, vault.state().value());
            set(insert, 5, conversation);
            return insert.executeUpdate();
          }
        });
  }

  /** Removes the vault, if there is one, and notes its locator as the one before. */
  void remove(HeldVault vault) {
    if (vault.stored().isEmpty()) {
      return;
    }
    transactions.write(
        connection -> {
          try (PreparedStatement update =
                  connection.prepareStatement(
                      "UPDATE conversation SET former_locator_digest = ?"
                          + " WHERE conversation_id = ?");
              PreparedStatement delete =
                  connection.prepareStatement("DELETE FROM vault WHERE conversation_id = ?")) {
            set(update, 1, vault.stored().get().locatorDigest());
            set(update, 2, vault.conversation());
            set(delete, 1, vault.conversation());
            return update.executeUpdate() + delete.executeUpdate();
          }
        });
  }

  /** Stores what is fresh in held vaults. */
  void save(List<HeldVault> changed) {
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE vault SET version = ?, state = ? WHERE conversation_id = ?")) {
            for (HeldVault vault : changed) {
              update.setLong(1, vault.version());
              set(update, 2, vault.fresh().orElseThrow().value());
              set(update, 3, vault.conversation());
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  private static HeldVault vault(ResultSet row) throws SQLException {
    Optional<Bytes> locator = optionalBytes(row, "locator_digest");
    return new HeldVault(
        new HeldVault.Row(
            ConversationId.fromBytes(bytes(row, "conversation_id")),
            bytes(row, "public_key"),
            optionalBytes(row, "former_locator_digest"),
            locator.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new HeldVault.Stored(
                        locator.get(), bytes(row, "access_key_digest"), row.getLong("version")))));
  }

  /** The last one again up to the next power of two: few statements have to be prepared. */
  private static List<ConversationId> padded(Collection<ConversationId> values) {
    List<ConversationId> padded = new ArrayList<>(values);
    while (Integer.bitCount(padded.size()) > 1) {
      padded.add(padded.getLast());
    }
    return padded;
  }

  private static Bytes bytes(ResultSet row, String column) throws SQLException {
    return Bytes.copyOf(row.getBytes(column));
  }

  private static Optional<Bytes> optionalBytes(ResultSet row, String column) throws SQLException {
    byte @Nullable [] value = row.getBytes(column);
    return value == null ? Optional.empty() : Optional.of(Bytes.copyOf(value));
  }

  private static void set(PreparedStatement statement, int index, ConversationId id)
      throws SQLException {
    set(statement, index, id.toBytes());
  }

  private static void set(PreparedStatement statement, int index, Bytes bytes) throws SQLException {
    statement.setBytes(index, bytes.toByteArray());
  }

  record Found(ConversationId conversation, Bytes accessKeyDigest) {}
}
