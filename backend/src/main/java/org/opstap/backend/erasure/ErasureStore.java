package org.opstap.backend.erasure;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** Erasures, and the end of what they erase. Changes are made under the conversation's lock. */
@Singleton
class ErasureStore {
  private static final String TARGET =
      "SELECT c.pseudonym_id, c.latest, p.public_key, p.former_key FROM conversation c JOIN"
          + " pseudonym p ON p.pseudonym_id = c.pseudonym_id WHERE c.conversation_id = ?";

  private static final int ID_LENGTH = 16;

  private final Transactions transactions;

  ErasureStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Whose conversation it is; holds nothing. */
  Optional<Target> find(ConversationId conversation) {
    return target(TARGET, conversation);
  }

  /** The same, held against every other change until the transaction ends. */
  Optional<Target> lock(ConversationId conversation) {
    return target(TARGET + " FOR UPDATE", conversation);
  }

  private Optional<Target> target(String sql, ConversationId conversation) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, 1, conversation);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Target(
                          PseudonymId.fromBytes(Bytes.copyOf(row.getBytes(1))),
                          row.getLong(2),
                          Bytes.copyOf(row.getBytes(3)),
                          bytes(row, 4)))
                  : Optional.empty();
            }
          }
        });
  }

  /**
   * Whether a conversation was erased by this very request. Its message is what shows that: no key
   * is left to check a signature with, so that one without a message is nobody's in particular.
   */
  boolean isRequest(ConversationId conversation, Optional<Bytes> message) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT message FROM erasure WHERE conversation_id = ?")) {
            set(select, 1, conversation);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  && bytes(row, 1)
                      .flatMap(kept -> message.map(kept::equalsInConstantTime))
                      .orElse(false);
            }
          }
        });
  }

  /** The devices that have, or once had, a seat, but those that were cut off. */
  List<DeviceId> devices(ConversationId conversation) {
    return ids(
            "SELECT s.holder_id FROM seat s JOIN worker_device d ON d.device_id = s.holder_id"
                + " WHERE s.conversation_id = ? AND s.kind = 'device' AND d.state = 'active'",
            conversation)
        .stream()
        .map(DeviceId::fromBytes)
        .toList();
  }

  /**
   * Keeps the request for those devices, and the newest Commits that lead to it for those that are
   * members and have not read them: with older ones alone, nobody could read it. A device that was
   * taken out before can't read it, and is only told.
   */
  void keepRequest(ErasureRequest request, LocalDate lastDay) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO erasure (conversation_id, expires_on, message) VALUES (?, ?, ?)")) {
            set(insert, 1, request.conversation());
            insert.setObject(2, lastDay);
            if (request.message().isPresent()) {
              insert.setBytes(3, request.message().get().toByteArray());
            } else {
              insert.setNull(3, Types.BLOB);
            }
            return insert.executeUpdate();
          }
        });
    update(
        "INSERT INTO erasure_seat (conversation_id, device_id, acknowledged) SELECT"
            + " s.conversation_id, s.holder_id, IF(s.state = 'member', s.acknowledged, NULL) FROM"
            + " seat s JOIN worker_device d ON d.device_id = s.holder_id WHERE s.conversation_id ="
            + " ? AND s.kind = 'device' AND d.state = 'active'",
        request.conversation());
    update(
        "INSERT INTO erasure_commit (conversation_id, sequence, sender_id, sender_kind, generation,"
            + " epoch, message, welcome, welcome_for) SELECT e.conversation_id, e.sequence,"
            + " e.sender_id, e.sender_kind, e.generation, e.epoch, e.message, e.welcome,"
            + " e.welcome_for FROM entry e WHERE e.conversation_id = ? AND e.kind = 'commit' AND"
            + " e.sequence > (SELECT MIN(s.acknowledged) FROM erasure_seat s WHERE"
            + " s.conversation_id = e.conversation_id) ORDER BY e.sequence DESC LIMIT "
            + Limits.ERASURE_COMMITS,
        request.conversation());
  }

  /** Removes the conversation, and with its pseudonym everything that belongs to either. */
  void remove(ConversationId conversation, PseudonymId pseudonym) {
    update("DELETE FROM entry WHERE conversation_id = ?", conversation);
    update("DELETE FROM pseudonym WHERE pseudonym_id = ?", pseudonym);
  }

  List<ConversationId> of(DeviceId device) {
    return ids(
            "SELECT conversation_id FROM erasure_seat WHERE device_id = ? ORDER BY conversation_id",
            device)
        .stream()
        .map(ConversationId::fromBytes)
        .toList();
  }

  Optional<Erasure> show(DeviceId device, ConversationId conversation) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT s.acknowledged, e.message FROM erasure_seat s JOIN erasure e ON"
                      + " e.conversation_id = s.conversation_id WHERE s.conversation_id = ? AND"
                      + " s.device_id = ?")) {
            set(select, 1, conversation);
            set(select, 2, device);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return Optional.empty();
              }
              long acknowledged = row.getLong(1);
              boolean wasMember = !row.wasNull();
              return Optional.of(
                  wasMember
                      ? new Erasure(
                          conversation, bytes(row, 2), commits(conversation, acknowledged, device))
                      : new Erasure(conversation, Optional.empty(), List.of()));
            }
          }
        });
  }

  private List<Erasure.Commit> commits(ConversationId conversation, long after, DeviceId device) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT sequence, sender_id, sender_kind, generation, epoch, message, welcome,"
                      + " welcome_for FROM erasure_commit WHERE conversation_id = ? AND sequence >"
                      + " ? ORDER BY sequence")) {
            set(select, 1, conversation);
            select.setLong(2, after);
            try (ResultSet rows = select.executeQuery()) {
              List<Erasure.Commit> commits = new ArrayList<>();
              while (rows.next()) {
                commits.add(commit(rows, device));
              }
              return commits;
            }
          }
        });
  }

  private static Erasure.Commit commit(ResultSet row, DeviceId device) throws SQLException {
    Bytes sender = Bytes.copyOf(row.getBytes(2));
    boolean isForDevice =
        bytes(row, 8).filter(devices -> holds(devices, device.toBytes())).isPresent();
    return new Erasure.Commit(
        row.getLong(1),
        row.getString(3).equals("seeker")
            ? PseudonymId.fromBytes(sender)
            : DeviceId.fromBytes(sender),
        row.getLong(4),
        row.getLong(5),
        Bytes.copyOf(row.getBytes(6)),
        isForDevice ? bytes(row, 7) : Optional.empty());
  }

  private static boolean holds(Bytes ids, Bytes id) {
    for (int start = 0; start < ids.length(); start += ID_LENGTH) {
      if (ids.slice(start, start + ID_LENGTH).equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** With the last device the rest goes, too. */
  boolean confirm(DeviceId device, ConversationId conversation) {
    boolean isLocked =
        !ids(
                "SELECT conversation_id FROM erasure WHERE conversation_id = ? FOR UPDATE",
                conversation)
            .isEmpty();
    int confirmed =
        update(
            "DELETE FROM erasure_seat WHERE conversation_id = ? AND device_id = ?",
            conversation,
            device);
    if (isLocked && confirmed > 0) {
      update(
          "DELETE FROM erasure WHERE conversation_id = ? AND NOT EXISTS (SELECT 1 FROM erasure_seat"
              + " s WHERE s.conversation_id = erasure.conversation_id)",
          conversation);
    }
    return confirmed > 0;
  }

  private List<Bytes> ids(String sql, BrandedId parameter) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, 1, parameter);
            try (ResultSet rows = select.executeQuery()) {
              List<Bytes> ids = new ArrayList<>();
              while (rows.next()) {
                ids.add(Bytes.copyOf(rows.getBytes(1)));
              }
              return ids;
            }
          }
        });
  }

  private int update(String sql, BrandedId... parameters) {
    return transactions.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int column = 1;
            for (BrandedId parameter : parameters) {
              set(statement, column++, parameter);
            }
            return statement.executeUpdate();
          }
        });
  }

  private static void set(PreparedStatement statement, int column, BrandedId id)
      throws SQLException {
    statement.setBytes(column, id.toBytes().toByteArray());
  }

  private static Optional<Bytes> bytes(ResultSet row, int column) throws SQLException {
    byte @Nullable [] value = row.getBytes(column);
    return value == null ? Optional.empty() : Optional.of(Bytes.copyOf(value));
  }

  /**
   * Whose conversation it is, and what the phone signs with.
   *
   * @param formerKey of the phone that the seat moved away from
   */
  record Target(PseudonymId pseudonym, long latest, Bytes publicKey, Optional<Bytes> formerKey) {}
}
