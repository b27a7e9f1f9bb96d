package org.opstap.backend.admin;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/**
 * The few rows of the servers' database that the operator reads and writes. Servers look for a
 * newer release at each request, so that what is committed here counts at once on all of them.
 */
final class OperatorDatabase implements AutoCloseable {
  private static final int TAKEN = 1062;
  private static final int NO_SUCH_TABLE = 1146;

  private final Connection connection;

  private OperatorDatabase(Connection connection) {
    this.connection = connection;
  }

  static OperatorDatabase open(DatabaseAccess access) {
    Properties account = new Properties();
    access.user().ifPresent(user -> account.setProperty("user", user));
    access.password().ifPresent(password -> account.setProperty("password", password));
    try {
      return new OperatorDatabase(DriverManager.getConnection(access.url(), account));
    } catch (SQLException e) {
      throw new Refusal(
          "the database can't be reached (error %d): does it run, and are the address, user and password right?"
              .formatted(e.getErrorCode()),
          e);
    }
  }

  /** The newest release as it was signed, empty before the first. */
  Optional<Bytes> newestRelease() {
    return releases("ORDER BY number DESC LIMIT 1").stream().findFirst();
  }

  /** All of them, oldest first. */
  List<Bytes> releases() {
    return releases("ORDER BY number");
  }

  private List<Bytes> releases(String which) {
    return run("SELECT document FROM directory_release " + which, OperatorDatabase::documents);
  }

  private static List<Bytes> documents(PreparedStatement select) throws SQLException {
    List<Bytes> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(Bytes.utf8(rows.getString("document")));
      }
    }
    return found;
  }

  /** Ids of the issuer's keys of this month and the next, oldest first (ADM-13). */
  List<Bytes> issuerKeyDigests(YearMonth now) {
    return run(
        "SELECT token_key_id FROM issuer_key WHERE month BETWEEN ? AND ? ORDER BY month",
        select -> {
          select.setObject(1, now.atDay(1));
          select.setObject(2, now.plusMonths(1).atDay(1));
          List<Bytes> found = new ArrayList<>();
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(Bytes.copyOf(rows.getBytes("token_key_id")));
            }
          }
          return found;
        });
  }

  /** Stores releases that follow the newest one, all or none. The caller has verified them. */
  void publish(List<Verified<Release>> releases) {
    try {
      connection.setAutoCommit(false);
      for (Verified<Release> release : releases) {
        insert(release);
      }
      connection.commit();
    } catch (SQLException e) {
      if (e.getErrorCode() == TAKEN) {
        throw new Refusal(
            "another release with this number was published in this moment: nothing was stored;"
                + " export the next one anew",
            e);
      }
      throw refused(e);
    }
  }

  private void insert(Verified<Release> release) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO directory_release (number, document) VALUES (?, ?)")) {
      insert.setInt(1, release.content().number());
      insert.setString(2, new String(release.envelope().toByteArray(), StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }

  /** Keeps an invitation of a coordinator by its digest alone (SES-5). */
  void invite(Bytes digest, ProgrammeId programme, long expiresAtQuarter) {
    run(
        "INSERT INTO invitation (digest, programme_id, role, expires_at)"
            + " VALUES (?, ?, 'coordinator', ?)",
        insert -> {
          insert.setBytes(1, digest.toByteArray());
          insert.setBytes(2, programme.toBytes().toByteArray());
          insert.setLong(3, expiresAtQuarter);
          return insert.executeUpdate();
        });
  }

  /** What programmes propose, as they signed it. */
  List<Bytes> proposals() {
    return run(
        "SELECT document FROM programme_proposal ORDER BY programme_id",
        OperatorDatabase::documents);
  }

  Optional<Bytes> proposal(ProgrammeId programme) {
    return run(
        "SELECT document FROM programme_proposal WHERE programme_id = ?",
        select -> {
          select.setBytes(1, programme.toBytes().toByteArray());
          return documents(select).stream().findFirst();
        });
  }

  void dropProposal(ProgrammeId programme) {
    run(
        "DELETE FROM programme_proposal WHERE programme_id = ?",
        delete -> {
          delete.setBytes(1, programme.toBytes().toByteArray());
          return delete.executeUpdate();
        });
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private <T> T run(String sql, Work<T> work) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static Refusal refused(SQLException e) {
    return e.getErrorCode() == NO_SUCH_TABLE
        ? new Refusal("the database is empty: start a server on it once, then try again", e)
        : new Refusal(
            "the database refuses (error %d): nothing was changed".formatted(e.getErrorCode()), e);
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }
}
