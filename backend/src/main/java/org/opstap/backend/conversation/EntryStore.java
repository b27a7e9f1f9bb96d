package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.wire.Bytes;

/**
 * Entries of the logs: written once, never changed, deleted when everybody has them or when their
 * day has come.
 */
@Singleton
class EntryStore {
  private final Transactions transactions;
  private final EntryPartitions partitions;

  EntryStore(Transactions transactions, EntryPartitions partitions) {
    this.transactions = transactions;
    this.partitions = partitions;
  }

  /** Adds what is fresh in held conversations. */
  void insert(List<HeldConversation> held, LocalDate expiresOn) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO entry (conversation_id, sequence, expires_on, sender_id,"
                      + " sender_kind, kind, generation, epoch, message, welcome, welcome_for)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (HeldConversation conversation : held) {
              for (Entry entry : conversation.fresh()) {
                set(insert, conversation.now().id(), entry, expiresOn);
                insert.addBatch();
              }
            }
            return insert.executeBatch();
          }
        });
  }

  private static void set(
      PreparedStatement insert, ConversationId conversation, Entry entry, LocalDate expiresOn)
      throws SQLException {
    Columns.set(insert, 1, conversation);
    insert.setLong(2, entry.sequence());
    insert.setObject(3, expiresOn);
    Columns.set(insert, 4, entry.sender());
    insert.setString(5, Columns.kind(entry.sender()));
    insert.setString(6, entry.kind().name().toLowerCase(Locale.ROOT));
    insert.setLong(7, entry.generation());
    insert.setLong(8, entry.epoch());
    Columns.set(insert, 9, entry.message());
    if (entry.joining().isPresent()) {
      Columns.set(insert, 10, entry.joining().get().welcome());
      Columns.set(insert, 11, Columns.concat(entry.joining().get().devices()));
    } else {
      insert.setNull(10, Types.BLOB);
      insert.setNull(11, Types.VARBINARY);
    }
  }

  /** Bytes of a seat's entries that are stored now. */
  long bytesOf(ConversationId conversation, BrandedId holder) {
    return transactions.write(
        connection -> {
          try (PreparedStatement sum =
              connection.prepareStatement(
                  "SELECT COALESCE(SUM(LENGTH(message) + COALESCE(LENGTH(welcome), 0)), 0) FROM"
                      + " entry WHERE conversation_id = ? AND sender_id = ?")) {
            Columns.set(sum, 1, conversation);
            Columns.set(sum, 2, holder);
            try (ResultSet row = sum.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /**
   * Entries after a sequence up to another one, in order: at most a page, at least one if there is
   * one. Who is not far behind reads entries of today and yesterday, and has the days before looked
   * through only where one is missing among those.
   */
  List<Entry> between(ConversationId conversation, long after, long through, int limit) {
    if (after >= through) {
      return List.of();
    }
    LocalDate newest = partitions.today().plusDays(Limits.ENTRY_DAYS);
    List<Entry> recent =
        select(
            " AND expires_on IN (?, ?)",
            conversation,
            after,
            limit,
            List.of(newest, newest.minusDays(1)));
    return isWhole(recent, after, through, limit)
        ? recent
        : select("", conversation, after, limit, List.of());
  }

  /** Whether nothing is missing: an order without gaps shows it. */
  private static boolean isWhole(List<Entry> page, long after, long through, int limit) {
    long expected = after;
    for (Entry entry : page) {
      expected++;
      if (entry.sequence() != expected) {
        return false;
      }
    }
    return expected >= through || page.size() == limit;
  }

  private List<Entry> select(
      String days, ConversationId conversation, long after, int limit, List<LocalDate> values) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT sequence, sender_id, sender_kind, kind, generation, epoch, message,"
                      + " welcome, welcome_for FROM entry WHERE conversation_id = ? AND sequence >"
                      + " ?"
                      + days
                      + " ORDER BY sequence LIMIT ?")) {
            int column = 1;
            Columns.set(select, column++, conversation);
            select.setLong(column++, after);
            for (LocalDate day : values) {
              select.setObject(column++, day);
            }
            select.setInt(column, limit);
            try (ResultSet rows = select.executeQuery()) {
              return page(rows);
            }
          }
        });
  }

  /** Deletes what everybody has, and gives how many bytes of whom that freed. */
  Map<BrandedId, Long> deleteThrough(ConversationId conversation, long sequence) {
    return transactions.write(
        connection -> {
          Map<BrandedId, Long> freed = new HashMap<>();
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM entry WHERE conversation_id = ? AND sequence <= ? RETURNING"
                      + " sender_id, sender_kind, LENGTH(message) + COALESCE(LENGTH(welcome),"
                      + " 0)")) {
            Columns.set(delete, 1, conversation);
            delete.setLong(2, sequence);
            try (ResultSet rows = delete.executeQuery()) {
              while (rows.next()) {
                freed.merge(
                    Columns.holder(rows, "sender_id", "sender_kind"), rows.getLong(3), Long::sum);
              }
            }
          }
          return freed;
        });
  }

  private static List<Entry> page(ResultSet rows) throws SQLException {
    List<Entry> page = new ArrayList<>();
    long bytes = 0;
    while (rows.next()) {
      Entry entry = entry(rows);
      bytes += entry.size();
      if (!page.isEmpty() && bytes > Limits.BYTES_A_PAGE) {
        break;
      }
      page.add(entry);
    }
    return page;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("sequence"),
        Columns.holder(row, "sender_id", "sender_kind"),
        PrivateMessage.Content.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("generation"),
        row.getLong("epoch"),
        Columns.bytes(row, "message"),
        joining(row));
  }

  private static Optional<Entry.Joining> joining(ResultSet row) throws SQLException {
    Optional<Bytes> welcome = Columns.optionalBytes(row, "welcome");
    return welcome.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry.Joining(welcome.get(), Columns.devices(row, "welcome_for")));
  }
}
