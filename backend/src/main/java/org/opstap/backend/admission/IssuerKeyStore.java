package org.opstap.backend.admission;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IssuerKeyStore extends GenericRepository<IssuerKeyRow, LocalDate> {
  @Query(
      "SELECT month, token_key_id, public_key, sealed_private_key FROM issuer_key"
          + " ORDER BY month DESC")
  List<IssuerKeyRow> newestFirst();

  /** Does nothing where the month has a key, or where requests could not tell it from another. */
  @Query(
      "INSERT IGNORE INTO issuer_key (month, token_key_id, public_key, sealed_private_key)"
          + " VALUES (:month, :tokenKeyId, :publicKey, :sealedPrivateKey)")
  void insertIfNew(IssuerKeyRow row);

  /** Only when nothing that was spent under them is left. */
  @Query("DELETE FROM issuer_key WHERE month < :month")
  void deleteBefore(LocalDate month);
}
