package org.opstap.backend.wake;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/** How far the conversations of some holders are. */
@Singleton
class LatestStore {
  private final Transactions transactions;

  LatestStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Each holder's open seats, in one query. */
  List<Row> latestOf(List<BrandedId> holders) {
    if (holders.isEmpty()) {
      return List.of();
    }
    Map<Bytes, BrandedId> byBytes = new HashMap<>();
    holders.forEach(holder -> byBytes.put(holder.toBytes(), holder));
    String places = String.join(", ", Collections.nCopies(holders.size(), "?"));
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT s.holder_id, c.conversation_id, c.latest FROM seat s"
                      + " JOIN conversation c ON c.conversation_id = s.conversation_id"
                      + " WHERE s.state = 'member' AND s.holder_id IN ("
                      + places
                      + ")")) {
            int index = 1;
            for (BrandedId holder : holders) {
              select.setBytes(index++, holder.toBytes().toByteArray());
            }
            try (ResultSet rows = select.executeQuery()) {
              List<Row> latest = new ArrayList<>();
              while (rows.next()) {
                ConversationId conversation =
                    ConversationId.fromBytes(Bytes.copyOf(rows.getBytes("conversation_id")));
                BrandedId holder = byBytes.get(Bytes.copyOf(rows.getBytes("holder_id")));
                if (holder != null) {
                  latest.add(new Row(holder, new News(conversation, rows.getLong("latest"))));
                }
              }
              return latest;
            }
          }
        });
  }

  /** One holder's seat. */
  record Row(BrandedId holder, News news) {}
}
