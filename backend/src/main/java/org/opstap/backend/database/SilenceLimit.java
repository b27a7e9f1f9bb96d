package org.opstap.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * After how long a connection whose other end says nothing is given up, so that the thread that
 * waits for it, and all that wait for that thread, go on with another. What it was doing may or may
 * not have happened.
 */
public final class SilenceLimit {
  /** More than twice what a statement waits for a lock, and for a commit on a slow disk. */
  static final Duration LIMIT = Duration.ofSeconds(5);

  /** Days of entries are dropped and moved within this, however many they are. */
  private static final Duration LONG_LIMIT = Duration.ofMinutes(10);

  private SilenceLimit() {}

  /** The address of a database whose connections have the limit. */
  static String limited(String url) {
    return url + (url.contains("?") ? '&' : '?') + "socketTimeout=" + LIMIT.toMillis();
  }

  /**
   * Allows for statements that take long because they touch much, until the connection is closed.
   */
  public static void allowLong(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONG_LIMIT.toMillis()));
  }
}
