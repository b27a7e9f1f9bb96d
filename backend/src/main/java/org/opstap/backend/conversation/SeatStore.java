package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** Seats. Changes are made under the conversation's lock. */
@Singleton
class SeatStore {
  private final Transactions transactions;

  SeatStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** All seats of a conversation, closed ones included, the seeker's first. */
  List<Seat> of(ConversationId conversation) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT holder_id, kind, state, joined_at, acknowledged, last_append_number,"
                      + " last_append_sequence, last_append_digest, stored_bytes FROM seat"
                      + " WHERE conversation_id = ? ORDER BY kind, holder_id")) {
            Columns.set(select, 1, conversation);
            try (ResultSet rows = select.executeQuery()) {
              List<Seat> seats = new ArrayList<>();
              while (rows.next()) {
                seats.add(seat(rows));
              }
              return seats;
            }
          }
        });
  }

  void openSeekers(ConversationId conversation, PseudonymId pseudonym) {
    insertOrReopen(conversation, pseudonym, 0, 0);
  }

  /**
   * Opens a device's seat; one that is open already keeps what it has not read, one that was closed
   * begins anew.
   */
  void openDevices(ConversationId conversation, DeviceId device, long joinedAt) {
    insertOrReopen(conversation, device, joinedAt, joinedAt - 1);
  }

  private void insertOrReopen(
      ConversationId conversation, BrandedId holder, long joinedAt, long acknowledged) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO seat (conversation_id, holder_id, kind, state, joined_at,"
                      + " acknowledged, last_append_number, last_append_sequence, stored_bytes)"
                      + " VALUES (?, ?, ?, 'member', ?, ?, 0, 0, 0) ON DUPLICATE KEY UPDATE"
                      + " acknowledged = IF(state = 'member', acknowledged, VALUES(acknowledged)),"
                      + " joined_at = IF(state = 'member', joined_at, VALUES(joined_at)), state ="
                      + " 'member'")) {
            Columns.set(insert, 1, conversation);
            Columns.set(insert, 2, holder);
            insert.setString(3, Columns.kind(holder));
            insert.setLong(4, joinedAt);
            insert.setLong(5, acknowledged);
            return insert.executeUpdate();
          }
        });
  }

  void setState(ConversationId conversation, BrandedId holder, Seat.State state) {
    update(
        "UPDATE seat SET state = ? WHERE conversation_id = ? AND holder_id = ?",
        statement -> {
          statement.setString(1, state.code());
          Columns.set(statement, 2, conversation);
          Columns.set(statement, 3, holder);
        });
  }

  /**
   * Closes every open seat of a device: somebody owes its removal from the groups. Gives the
   * conversations.
   */
  List<ConversationId> closeAll(DeviceId device) {
    return transactions.write(
        connection -> {
          List<ConversationId> conversations = find(connection, device, Seat.State.MEMBER);
          try (PreparedStatement close =
              connection.prepareStatement(
                  "UPDATE seat SET state = 'removal-owed' WHERE holder_id = ? AND state ="
                      + " 'member'")) {
            Columns.set(close, 1, device);
            close.executeUpdate();
          }
          return conversations;
        });
  }

  /** The conversations from whose groups somebody still has to remove a device. */
  List<ConversationId> owing(DeviceId device) {
    return transactions.write(connection -> find(connection, device, Seat.State.REMOVAL_OWED));
  }

  private static List<ConversationId> find(Connection connection, DeviceId device, Seat.State state)
      throws SQLException {
    List<ConversationId> conversations = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT conversation_id FROM seat WHERE holder_id = ? AND state = ?")) {
      Columns.set(select, 1, device);
      select.setString(2, state.code());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          conversations.add(ConversationId.fromBytes(Columns.bytes(rows, "conversation_id")));
        }
      }
    }
    return conversations;
  }

  void noteAppend(ConversationId conversation, BrandedId holder, Seat.Append append, int size) {
    update(
        "UPDATE seat SET last_append_number = ?, last_append_sequence = ?, last_append_digest = ?,"
            + " stored_bytes = stored_bytes + ? WHERE conversation_id = ? AND holder_id = ?",
        statement -> {
          statement.setLong(1, append.number());
          statement.setLong(2, append.sequence());
          Columns.set(statement, 3, append.digest());
          statement.setInt(4, size);
          Columns.set(statement, 5, conversation);
          Columns.set(statement, 6, holder);
        });
  }

  void freeBytes(ConversationId conversation, BrandedId holder, long bytes) {
    update(
        "UPDATE seat SET stored_bytes = GREATEST(stored_bytes, ?) - ?"
            + " WHERE conversation_id = ? AND holder_id = ?",
        statement -> {
          statement.setLong(1, bytes);
          statement.setLong(2, bytes);
          Columns.set(statement, 3, conversation);
          Columns.set(statement, 4, holder);
        });
  }

  void acknowledge(ConversationId conversation, BrandedId holder, long sequence) {
    update(
        "UPDATE seat SET acknowledged = ? WHERE conversation_id = ? AND holder_id = ?"
            + " AND acknowledged < ?",
        statement -> {
          statement.setLong(1, sequence);
          Columns.set(statement, 2, conversation);
          Columns.set(statement, 3, holder);
          statement.setLong(4, sequence);
        });
  }

  private void update(String sql, Setter setter) {
    transactions.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setter.set(statement);
            return statement.executeUpdate();
          }
        });
  }

  private static Seat seat(ResultSet row) throws SQLException {
    Optional<Bytes> digest = Columns.optionalBytes(row, "last_append_digest");
    long number = row.getLong("last_append_number");
    long sequence = row.getLong("last_append_sequence");
    return new Seat(
        Columns.holder(row, "holder_id", "kind"),
        Seat.State.ofCode(row.getString("state")),
        row.getLong("joined_at"),
        row.getLong("acknowledged"),
        digest.map(value -> new Seat.Append(number, sequence, value)),
        row.getLong("stored_bytes"));
  }

  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }
}
