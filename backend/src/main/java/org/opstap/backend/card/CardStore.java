package org.opstap.backend.card;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.CardId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/** Cards by their digests, and their uses. {@link #hold} serialises the uses of one card. */
@Singleton
class CardStore {
  private static final String SELECT =
      "SELECT card_id, programme_id, digest, uses, valid_until, label, state FROM card";

  private final Transactions transactions;

  CardStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Leaves a card with the same digest as it is. */
  boolean insertIfNew(CardId id, ProgrammeId programme, CardContent content) {
    return transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT IGNORE INTO card (card_id, programme_id, digest, uses, valid_until,"
                      + " label, state) VALUES (?, ?, ?, ?, ?, ?, 'usable')")) {
            set(insert, 1, id);
            set(insert, 2, programme);
            insert.setBytes(3, content.digest().toByteArray());
            insert.setLong(4, content.uses());
            insert.setObject(5, content.validUntil());
            insert.setBytes(6, content.label().toByteArray());
            return insert.executeUpdate() == 1;
          }
        });
  }

  Optional<Card> find(Bytes digest) {
    return findByDigest(SELECT + " WHERE digest = ?", digest);
  }

  /** The card, held until the transaction ends. */
  Optional<Card> hold(Bytes digest) {
    return findByDigest(SELECT + " WHERE digest = ? FOR UPDATE", digest);
  }

  private Optional<Card> findByDigest(String sql, Bytes digest) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, digest.toByteArray());
            return cards(select).stream().findFirst();
          }
        });
  }

  /** Those that end first come first. */
  List<Card> of(ProgrammeId programme) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  SELECT + " WHERE programme_id = ? ORDER BY valid_until, card_id")) {
            set(select, 1, programme);
            return cards(select);
          }
        });
  }

  int count(ProgrammeId programme) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT COUNT(*) FROM card WHERE programme_id = ?")) {
            set(select, 1, programme);
            try (ResultSet rows = select.executeQuery()) {
              rows.next();
              return rows.getInt(1);
            }
          }
        });
  }

  /** False where the programme has no such card; true also where it was withdrawn before. */
  boolean withdraw(ProgrammeId programme, CardId id) {
    return transactions.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE card SET state = 'withdrawn' WHERE card_id = ? AND programme_id = ?")) {
            set(update, 1, id);
            set(update, 2, programme);
            return update.executeUpdate() == 1;
          }
        });
  }

  /** The digests of the requests that a card was used for. */
  Set<Bytes> requests(CardId id) {
    return transactions.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT request_digest FROM card_use WHERE card_id = ?")) {
            set(select, 1, id);
            try (ResultSet rows = select.executeQuery()) {
              Set<Bytes> digests = new HashSet<>();
              while (rows.next()) {
                digests.add(Bytes.copyOf(rows.getBytes(1)));
              }
              return digests;
            }
          }
        });
  }

  /** Keeps what a card was used for, and counts the use among those of its programme's cards. */
  void addUse(Card card, Bytes requestDigest, LocalDate week) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO card_use (card_id, request_digest) VALUES (?, ?)");
              PreparedStatement count =
                  connection.prepareStatement(
                      "INSERT INTO card_week (programme_id, week, uses) VALUES (?, ?, 1)"
                          + " ON DUPLICATE KEY UPDATE uses = uses + 1")) {
            set(insert, 1, card.id());
            insert.setBytes(2, requestDigest.toByteArray());
            insert.executeUpdate();
            set(count, 1, card.programme());
            count.setObject(2, week);
            return count.executeUpdate();
          }
        });
  }

  /**
   * How often cards of a programme were used in each week before one, all of them together: what is
   * counted of one card tells when the person wrote that it was given to. Nothing of a week with
   * fewer uses than {@code least}.
   */
  List<WeekCount> usedByWeek(ProgrammeId programme, LocalDate before, int least) {
    return transactions.without(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT week, uses FROM card_week WHERE programme_id = ? AND week < ?"
                      + " AND uses >= ? ORDER BY week")) {
            set(select, 1, programme);
            select.setObject(2, before);
            select.setInt(3, least);
            try (ResultSet rows = select.executeQuery()) {
              List<WeekCount> counts = new ArrayList<>();
              while (rows.next()) {
                counts.add(new WeekCount(rows.getObject(1, LocalDate.class), rows.getInt(2)));
              }
              return counts;
            }
          }
        });
  }

  private static List<Card> cards(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<Card> found = new ArrayList<>();
      while (rows.next()) {
        found.add(card(rows));
      }
      return found;
    }
  }

  private static Card card(ResultSet row) throws SQLException {
    return new Card(
        CardId.fromBytes(bytes(row, "card_id")),
        ProgrammeId.fromBytes(bytes(row, "programme_id")),
        new CardContent(
            bytes(row, "digest"),
            row.getLong("uses"),
            row.getObject("valid_until", LocalDate.class),
            bytes(row, "label")),
        row.getString("state").equals("withdrawn"));
  }

  private static Bytes bytes(ResultSet row, String column) throws SQLException {
    return Bytes.copyOf(row.getBytes(column));
  }

  private static void set(PreparedStatement statement, int index, BrandedId id)
      throws SQLException {
    statement.setBytes(index, id.toBytes().toByteArray());
  }
}
