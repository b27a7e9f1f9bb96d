package org.opstap.backend.lead;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/** Leads. They are changed under the lock of their conversation. */
@Singleton
class LeadStore {
  private static final String SELECT =
      "SELECT lead_id, conversation_id, from_programme_id, to_programme_id, device_id, state,"
          + " reason, proposed_on, decided_on, answer_by FROM `lead`";

  private final Transactions transactions;

  LeadStore(Transactions transactions) {
    this.transactions = transactions;
  }

  Optional<Lead> find(LeadId id) {
    return select(SELECT + " WHERE lead_id = ?", statement -> set(statement, 1, id)).stream()
        .findFirst();
  }

  /** Those of a conversation, the oldest first; of one day in no order. */
  List<Lead> of(ConversationId conversation) {
    return select(
        SELECT + " WHERE conversation_id = ? ORDER BY proposed_on, lead_id",
        statement -> set(statement, 1, conversation));
  }

  /** Those that a programme's devices may know of, the newest first. */
  List<Lead> of(ProgrammeId programme, int most) {
    return select(
        SELECT
            + " WHERE from_programme_id = ? OR (to_programme_id = ? AND device_id IS NOT NULL)"
            + " ORDER BY proposed_on DESC, lead_id LIMIT ?",
        statement -> {
          set(statement, 1, programme);
          set(statement, 2, programme);
          statement.setInt(3, most);
        });
  }

  /** Those whose deadline has come. */
  List<Lead> due(Instant now, int most) {
    return select(
        SELECT + " WHERE state = 'consented' AND answer_by <= ? ORDER BY answer_by LIMIT ?",
        statement -> {
          statement.setLong(1, Coarse.quarterAtOrBefore(now));
          statement.setInt(2, most);
        });
  }

  void insert(Lead lead) {
    update(
        "INSERT INTO `lead` (device_id, state, reason, decided_on, answer_by, lead_id,"
            + " conversation_id, from_programme_id, to_programme_id, proposed_on)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          setState(statement, lead);
          set(statement, 7, lead.conversation());
          set(statement, 8, lead.from());
          set(statement, 9, lead.to());
          statement.setObject(10, lead.proposedOn());
        });
  }

  /** Stores how far it has come. */
  void save(Lead lead) {
    update(
        "UPDATE `lead` SET device_id = ?, state = ?, reason = ?, decided_on = ?, answer_by = ?"
            + " WHERE lead_id = ?",
        statement -> setState(statement, lead));
  }

  /** Ends what a device was let in for that is cut off. */
  void withdrawOf(DeviceId device, LocalDate today) {
    update(
        "UPDATE `lead` SET state = 'withdrawn', decided_on = ?, answer_by = NULL WHERE device_id ="
            + " ? AND state IN ('consented', 'accepted')",
        statement -> {
          statement.setObject(1, today);
          set(statement, 2, device);
        });
  }

  private static void setState(PreparedStatement statement, Lead lead) throws SQLException {
    if (lead.device().isPresent()) {
      set(statement, 1, lead.device().get());
    } else {
      statement.setNull(1, Types.BINARY);
    }
    statement.setString(2, lead.state().code());
    statement.setString(3, lead.reason().map(DeclineReason::code).orElse(null));
    statement.setObject(4, lead.decidedOn().orElse(null));
    if (lead.answerBy().isPresent()) {
      statement.setLong(5, Coarse.quarterAtOrAfter(lead.answerBy().get()));
    } else {
      statement.setNull(5, Types.INTEGER);
    }
    set(statement, 6, lead.id());
  }

  private List<Lead> select(String sql, Setter setter) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            setter.set(select);
            try (ResultSet rows = select.executeQuery()) {
              List<Lead> found = new ArrayList<>();
              while (rows.next()) {
                found.add(lead(rows));
              }
              return found;
            }
          }
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

  private static Lead lead(ResultSet row) throws SQLException {
    byte @Nullable [] device = row.getBytes("device_id");
    return new Lead(
        LeadId.fromBytes(bytes(row, "lead_id")),
        ConversationId.fromBytes(bytes(row, "conversation_id")),
        ProgrammeId.fromBytes(bytes(row, "from_programme_id")),
        ProgrammeId.fromBytes(bytes(row, "to_programme_id")),
        device == null ? Optional.empty() : Optional.of(DeviceId.fromBytes(Bytes.copyOf(device))),
        state(row),
        row.getObject("proposed_on", LocalDate.class),
        Optional.ofNullable(row.getObject("decided_on", LocalDate.class)));
  }

  private static LeadState state(ResultSet row) throws SQLException {
    String code = row.getString("state");
    return switch (code) {
      case "proposed" -> new LeadState.Proposed();
      case "consented" -> {
        long answerBy = row.getLong("answer_by");
        yield new LeadState.Consented(
            row.wasNull() ? Optional.empty() : Optional.of(Coarse.instantOf(answerBy)));
      }
      case "accepted" -> new LeadState.Accepted();
      case "handed-over" -> new LeadState.HandedOver();
      case "stays-in-view" -> new LeadState.StaysInView();
      case "refused" -> new LeadState.Refused();
      case "declined" ->
          new LeadState.Declined(DeclineReason.ofCode(row.getString("reason")).orElseThrow());
      case "no-answer" -> new LeadState.NoAnswer();
      case "withdrawn" -> new LeadState.Withdrawn();
      default -> throw new IllegalArgumentException("unknown state of a lead");
    };
  }

  private static Bytes bytes(ResultSet row, String column) throws SQLException {
    return Bytes.copyOf(row.getBytes(column));
  }

  private static void set(PreparedStatement statement, int index, BrandedId id)
      throws SQLException {
    statement.setBytes(index, id.toBytes().toByteArray());
  }

  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }
}
