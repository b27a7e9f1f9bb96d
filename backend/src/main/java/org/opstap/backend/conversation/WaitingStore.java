package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * Promises that are broken. A step compares and sets in one statement: of several nodes one takes
 * it, and not where an answer came first.
 */
@Singleton
class WaitingStore {
  private final Transactions transactions;

  WaitingStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The conversations in a state whose deadline has come, the oldest deadline first. */
  List<Due> due(Waiting waiting, Instant now, int most) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT conversation_id, programme_id, answer_by FROM conversation WHERE waiting"
                      + " = ? AND answer_by <= ? ORDER BY answer_by LIMIT ?")) {
            select.setString(1, waiting.code());
            select.setLong(2, Coarse.quarterAtOrBefore(now));
            select.setInt(3, most);
            List<Due> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(
                    new Due(
                        ConversationId.fromBytes(Columns.bytes(rows, "conversation_id")),
                        ProgrammeId.fromBytes(Columns.bytes(rows, "programme_id")),
                        waiting,
                        Coarse.instantOf(rows.getLong("answer_by"))));
              }
            }
            return found;
          }
        });
  }

  /** False if somebody has answered or another node has taken the step. */
  boolean step(Due due, Waiting next, Instant answerBy) {
    return transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE conversation SET waiting = ?, answer_by = ? WHERE conversation_id = ? AND"
                      + " waiting = ? AND answer_by = ?")) {
            update.setString(1, next.code());
            update.setLong(2, Coarse.quarterAtOrAfter(answerBy));
            Columns.set(update, 3, due.conversation());
            update.setString(4, due.waiting().code());
            update.setLong(5, Coarse.quarterAtOrAfter(due.answerBy()));
            return update.executeUpdate() == 1;
          }
        });
  }

  /** A conversation as it was when its deadline was seen to have come. */
  record Due(
      ConversationId conversation, ProgrammeId programme, Waiting waiting, Instant answerBy) {}
}
