package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return read(List.of(conversation), "").getOrDefault(conversation, List.of());
  }

  /** The same of many. */
  Map<ConversationId, List<Seat>> of(List<ConversationId> conversations) {
    return conversations.isEmpty() ? Map.of() : read(conversations, "");
  }

  /** The same of many, held against a revocation until the transaction ends. */
  Map<ConversationId, List<Seat>> lock(List<ConversationId> conversations) {
    return conversations.isEmpty() ? Map.of() : read(conversations, " FOR UPDATE");
  }

  private Map<ConversationId, List<Seat>> read(List<ConversationId> conversations, String lock) {
    List<ConversationId> asked = Columns.padded(conversations);
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT conversation_id, holder_id, kind, state, joined_at, acknowledged,"
                      + " last_append_number, last_append_sequence, last_append_digest,"
                      + " stored_bytes FROM seat WHERE conversation_id IN ("
                      + Columns.repeat("?", asked.size())
                      + ") ORDER BY conversation_id, kind, holder_id"
                      + lock)) {
            int column = 1;
            for (ConversationId conversation : asked) {
              Columns.set(select, column++, conversation);
            }
            try (ResultSet rows = select.executeQuery()) {
              Map<ConversationId, List<Seat>> seats = new HashMap<>();
              while (rows.next()) {
                seats
                    .computeIfAbsent(
                        ConversationId.fromBytes(Columns.bytes(rows, "conversation_id")),
                        conversation -> new ArrayList<>())
                    .add(seat(rows));
              }
              return seats;
            }
          }
        });
  }

  /** How far a conversation is for somebody with an open seat in it; empty for everybody else. */
  Optional<View> view(ConversationId conversation, BrandedId holder) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT s.joined_at, c.latest FROM seat s JOIN conversation c"
                      + " ON c.conversation_id = s.conversation_id WHERE s.conversation_id = ? AND"
                      + " s.holder_id = ? AND s.state = 'member'")) {
            Columns.set(select, 1, conversation);
            Columns.set(select, 2, holder);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new View(row.getLong(1), row.getLong(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Opens the seat of the one whose conversation it is. */
  void openSeekers(ConversationId conversation, PseudonymId pseudonym) {
    update(
        "INSERT INTO seat (conversation_id, holder_id, kind, state, joined_at, acknowledged,"
            + " last_append_number, last_append_sequence, stored_bytes)"
            + " VALUES (?, ?, 'seeker', 'member', 0, 0, 0, 0, 0)",
        statement -> {
          Columns.set(statement, 1, conversation);
          Columns.set(statement, 2, pseudonym);
        });
  }

  /** Stores the new and the changed seats of held conversations. */
  void save(List<HeldConversation> held) {
    insert(held);
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE seat SET state = ?, joined_at = ?, acknowledged = ?, last_append_number ="
                      + " ?, last_append_sequence = ?, last_append_digest = ?, stored_bytes = ?"
                      + " WHERE conversation_id = ? AND holder_id = ?")) {
            for (HeldConversation conversation : held) {
              for (Seat seat : conversation.changedSeats()) {
                set(update, conversation.now().id(), seat);
                update.addBatch();
              }
            }
            return update.executeBatch();
          }
        });
  }

  private void insert(List<HeldConversation> held) {
    if (held.stream().allMatch(conversation -> conversation.newSeats().isEmpty())) {
      return;
    }
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO seat (state, joined_at, acknowledged, last_append_number,"
                      + " last_append_sequence, last_append_digest, stored_bytes,"
                      + " conversation_id, holder_id, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                      + " ?)")) {
            for (HeldConversation conversation : held) {
              for (Seat seat : conversation.newSeats()) {
                set(insert, conversation.now().id(), seat);
                insert.setString(10, Columns.kind(seat.holder()));
                insert.addBatch();
              }
            }
            return insert.executeBatch();
          }
        });
  }

  private static void set(PreparedStatement statement, ConversationId conversation, Seat seat)
      throws SQLException {
    statement.setString(1, seat.state().code());
    statement.setLong(2, seat.joinedAt());
    statement.setLong(3, seat.acknowledged());
    statement.setLong(4, seat.lastNumber());
    statement.setLong(5, seat.lastAppend().map(Seat.Append::sequence).orElse(0L));
    if (seat.lastAppend().isPresent()) {
      Columns.set(statement, 6, seat.lastAppend().get().digest());
    } else {
      statement.setNull(6, Types.BINARY);
    }
    statement.setLong(7, seat.storedBytes());
    Columns.set(statement, 8, conversation);
    Columns.set(statement, 9, seat.holder());
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

  /** Closes a device's seat, whose removal from the group is owed then. */
  void close(ConversationId conversation, DeviceId device) {
    update(
        "UPDATE seat SET state = 'removal-owed' WHERE conversation_id = ? AND holder_id = ? AND"
            + " state = 'member'",
        statement -> {
          Columns.set(statement, 1, conversation);
          Columns.set(statement, 2, device);
        });
  }

  /** The same for every device but one. */
  void closeOthers(ConversationId conversation, DeviceId device) {
    update(
        "UPDATE seat SET state = 'removal-owed' WHERE conversation_id = ? AND holder_id <> ? AND"
            + " kind = 'device' AND state = 'member'",
        statement -> {
          Columns.set(statement, 1, conversation);
          Columns.set(statement, 2, device);
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

  /**
   * @param joinedAt the first sequence that the seat may read
   * @param latest sequence of the conversation's newest entry
   */
  record View(long joinedAt, long latest) {}

  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }
}
