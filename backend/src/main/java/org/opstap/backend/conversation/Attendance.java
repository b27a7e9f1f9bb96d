package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;

/**
 * Which workers' devices are there, as far as they asked for their conversations lately (WAI-14).
 */
@Singleton
class Attendance {
  private final Transactions transactions;
  private final Clock clock;

  Attendance(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** It has asked just now. */
  void note(DeviceId device) {
    Instant until = clock.instant().plus(Limits.THERE);
    transactions.without(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO attendance (device_id, there_until) VALUES (?, ?)"
                      + " ON DUPLICATE KEY UPDATE there_until = VALUES(there_until)")) {
            Columns.set(insert, 1, device);
            insert.setLong(2, Coarse.quarterAtOrAfter(until));
            return insert.executeUpdate();
          }
        });
  }

  /** Those in which a device has an open seat that is there and isn't off duty. */
  Set<ConversationId> among(List<ConversationId> conversations) {
    if (conversations.isEmpty()) {
      return Set.of();
    }
    List<ConversationId> asked = Columns.padded(conversations);
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT s.conversation_id FROM seat s"
                      + " JOIN attendance a ON a.device_id = s.holder_id"
                      + " JOIN worker_device d ON d.device_id = s.holder_id"
                      + " WHERE s.conversation_id IN ("
                      + Columns.repeat("?", asked.size())
                      + ") AND s.kind = 'device' AND s.state = 'member' AND d.duty <> 'off'"
                      + " AND a.there_until > ?")) {
            int column = 1;
            for (ConversationId conversation : asked) {
              Columns.set(select, column++, conversation);
            }
            select.setLong(column, Coarse.quarterAtOrBefore(clock.instant()));
            try (ResultSet rows = select.executeQuery()) {
              Set<ConversationId> attended = new HashSet<>();
              while (rows.next()) {
                attended.add(ConversationId.fromBytes(Columns.bytes(rows, "conversation_id")));
              }
              return attended;
            }
          }
        });
  }

  boolean of(ConversationId conversation) {
    return !among(List.of(conversation)).isEmpty();
  }
}
