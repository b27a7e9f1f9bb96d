package org.opstap.backend.operations;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Statement;
import org.opstap.backend.database.Transactions;

/** The database takes a question and answers it. */
@Singleton
class DatabaseAnswers implements ReadyWhen {
  private final Transactions transactions;

  DatabaseAnswers(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean isReady() {
    try {
      return transactions.without(
          connection -> {
            try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
              return rows.next();
            }
          });
    } catch (RuntimeException e) {
      return false;
    }
  }
}
