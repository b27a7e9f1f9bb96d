package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;

/** Conversations. {@link #lock} serialises everything that changes one of them. */
@Singleton
class ConversationStore {
  private static final String SELECT =
      "SELECT c.conversation_id, c.pseudonym_id, c.programme_id, c.generation, c.epoch, c.latest,"
          + " c.fixed_contact, c.successor, c.answer_by, c.waiting FROM conversation c";

  private final Transactions transactions;

  ConversationStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Leaves a pseudonym's conversation as it is, if it has one. */
  boolean insertIfNew(ConversationId id, PseudonymId pseudonym, ProgrammeId programme) {
    return transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT IGNORE INTO conversation (conversation_id, pseudonym_id, programme_id,"
                      + " generation, epoch, latest) VALUES (?, ?, ?, 0, 0, 0)")) {
            Columns.set(insert, 1, id);
            Columns.set(insert, 2, pseudonym);
            Columns.set(insert, 3, programme);
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** The conversation, held against every other change until the transaction ends. */
  Optional<Conversation> lock(ConversationId id) {
    return findOne(SELECT + " WHERE c.conversation_id = ? FOR UPDATE", id);
  }

  Optional<Conversation> find(ConversationId id) {
    return findOne(SELECT + " WHERE c.conversation_id = ?", id);
  }

  Optional<Conversation> findByPseudonym(PseudonymId pseudonym) {
    return findOne(SELECT + " WHERE c.pseudonym_id = ?", pseudonym);
  }

  /** All in which somebody has an open seat, in order of their identifiers. */
  List<Conversation> findByMember(BrandedId holder) {
    return findAll(
        SELECT
            + " JOIN seat s ON s.conversation_id = c.conversation_id"
            + " WHERE s.holder_id = ? AND s.state = 'member' ORDER BY c.conversation_id",
        holder);
  }

  /** One of them; empty where the holder has no open seat in it. */
  Optional<Conversation> findByMember(BrandedId holder, ConversationId id) {
    return findAll(
            SELECT
                + " JOIN seat s ON s.conversation_id = c.conversation_id"
                + " WHERE s.holder_id = ? AND s.conversation_id = ? AND s.state = 'member'",
            holder,
            id)
        .stream()
        .findFirst();
  }

  /** Those that there are, in order of their identifiers, held until the transaction ends. */
  List<Conversation> lock(Collection<ConversationId> ids) {
    List<ConversationId> asked = Columns.padded(ids);
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  SELECT
                      + " WHERE c.conversation_id IN ("
                      + Columns.repeat("?", asked.size())
                      + ") ORDER BY c.conversation_id FOR UPDATE")) {
            int column = 1;
            for (ConversationId id : asked) {
              Columns.set(select, column++, id);
            }
            return all(select);
          }
        });
  }

  /** Stores where held conversations are now. */
  void moveOn(List<Conversation> held) {
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE conversation SET generation = ?, epoch = ?, latest = ?, fixed_contact ="
                      + " ?, successor = ?, answer_by = ?, waiting = ? WHERE conversation_id ="
                      + " ?")) {
            for (Conversation conversation : held) {
              update.setLong(1, conversation.generation());
              update.setLong(2, conversation.epoch());
              update.setLong(3, conversation.latest());
              setOrNull(update, 4, conversation.fixedContact());
              setOrNull(update, 5, conversation.successor());
              if (conversation.answerBy().isPresent()) {
                update.setLong(6, Coarse.quarterAtOrAfter(conversation.answerBy().get()));
              } else {
                update.setNull(6, Types.INTEGER);
              }
              update.setString(7, conversation.waiting().code());
              Columns.set(update, 8, conversation.id());
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  /** Stores the programme of a held conversation, and with it contact and promise (LEA-8). */
  void handOver(Conversation held) {
    moveOn(List.of(held));
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE conversation SET programme_id = ? WHERE conversation_id = ?")) {
            Columns.set(update, 1, held.programme());
            Columns.set(update, 2, held.id());
            return update.executeUpdate();
          }
        });
  }

  void setFixedContact(ConversationId id, Optional<DeviceId> contact) {
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE conversation SET fixed_contact = ? WHERE conversation_id = ?")) {
            setOrNull(update, 1, contact);
            Columns.set(update, 2, id);
            return update.executeUpdate();
          }
        });
  }

  void setSuccessor(ConversationId id, Optional<DeviceId> successor) {
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE conversation SET successor = ? WHERE conversation_id = ?")) {
            setOrNull(update, 1, successor);
            Columns.set(update, 2, id);
            return update.executeUpdate();
          }
        });
  }

  /**
   * The cases of a device: those of which it is the fixed contact or was to become it, and those
   * that nobody has and in which it had a seat that is closed.
   */
  List<ConversationId> casesOf(DeviceId device) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT conversation_id FROM conversation WHERE successor = ? UNION SELECT"
                      + " s.conversation_id FROM seat s JOIN conversation c ON c.conversation_id ="
                      + " s.conversation_id WHERE s.holder_id = ? AND (c.fixed_contact = ? OR"
                      + " (c.fixed_contact IS NULL AND s.state <> 'member'))")) {
            Columns.set(select, 1, device);
            Columns.set(select, 2, device);
            Columns.set(select, 3, device);
            List<ConversationId> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(ConversationId.fromBytes(Columns.bytes(rows, "conversation_id")));
              }
            }
            return found;
          }
        });
  }

  /** Notes the day of an append, for retention. */
  void touchPseudonyms(List<PseudonymId> pseudonyms, LocalDate day) {
    List<PseudonymId> touched = Columns.padded(pseudonyms);
    transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE pseudonym SET last_used_on = ? WHERE last_used_on < ? AND pseudonym_id IN"
                      + " ("
                      + Columns.repeat("?", touched.size())
                      + ')')) {
            update.setObject(1, day);
            update.setObject(2, day);
            int column = 3;
            for (PseudonymId pseudonym : touched) {
              Columns.set(update, column++, pseudonym);
            }
            return update.executeUpdate();
          }
        });
  }

  private Optional<Conversation> findOne(String sql, BrandedId parameter) {
    return findAll(sql, parameter).stream().findFirst();
  }

  private List<Conversation> findAll(String sql, BrandedId... parameters) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            int column = 1;
            for (BrandedId parameter : parameters) {
              Columns.set(select, column++, parameter);
            }
            return all(select);
          }
        });
  }

  private static List<Conversation> all(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<Conversation> found = new ArrayList<>();
      while (rows.next()) {
        found.add(conversation(rows));
      }
      return found;
    }
  }

  private static void setOrNull(PreparedStatement statement, int column, Optional<DeviceId> device)
      throws SQLException {
    if (device.isPresent()) {
      Columns.set(statement, column, device.get());
    } else {
      statement.setNull(column, Types.BINARY);
    }
  }

  private static Conversation conversation(ResultSet row) throws SQLException {
    long answerBy = row.getLong("answer_by");
    Optional<Instant> deadline =
        row.wasNull() ? Optional.empty() : Optional.of(Coarse.instantOf(answerBy));
    return new Conversation(
        ConversationId.fromBytes(Columns.bytes(row, "conversation_id")),
        PseudonymId.fromBytes(Columns.bytes(row, "pseudonym_id")),
        ProgrammeId.fromBytes(Columns.bytes(row, "programme_id")),
        row.getLong("generation"),
        row.getLong("epoch"),
        row.getLong("latest"),
        Columns.optionalBytes(row, "fixed_contact").map(DeviceId::fromBytes),
        Columns.optionalBytes(row, "successor").map(DeviceId::fromBytes),
        deadline,
        Waiting.ofCode(row.getString("waiting")));
  }
}
